/** Text that is not broken inside, and how wide it is at a size of 1. */
interface Piece {
  readonly text: string;
  readonly width: number;
}
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}
/** Sizes in points; `lines` at most. Personal names break at spaces, hyphens and middle dots only. */
export interface Room {
  readonly width: number;
  readonly largest: number;
  readonly smallest: number;
  readonly lines: number;
  readonly breaks?: 'words' | 'names';
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const CLOSING = /^[\p{Pe}\p{Pf}\p{Po}]/u;
const OPENING = /[\p{Ps}\p{Pi}]$/u;
/** A text shrinks to this share of its size before it may take one more line. */
const BEFORE_WRAPPING = 0.7;

/**
 * The largest size, on the fewest lines, at which a text fits. Lines break between words, Chinese ones too, never
 * before closing or after opening punctuation, and are about equally long. What fits nowhere (one very long word) is
 * broken inside.
 * @param widthOf width of a text at a size of 1
 */
export function fit(text: string, widthOf: (text: string) => number, room: Room): Fitted {
  const pieces = piecesOf(text, room.breaks ?? 'words').map((piece) => ({
    text: piece,
    width: widthOf(piece),
  }));
  for (let lines = 1; lines <= room.lines; lines++)
    for (let size = room.largest; size >= Math.max(room.smallest, room.largest * BEFORE_WRAPPING); size--) {
      const broken = breakLines(pieces, room.width / size);
      if (broken && broken.length <= lines)
        return { size, lines: balanced(pieces, room.width / size, broken.length) };
    }
  for (let size = room.largest * BEFORE_WRAPPING; size >= room.smallest; size--) {
    const broken = breakLines(pieces, room.width / size);
    if (broken && broken.length <= room.lines) return { size, lines: broken.map(textOf) };
  }
  const letters = [...graphemes.segment(text)].map(({ segment }) => ({
    text: segment,
    width: widthOf(segment),
  }));
  const broken = breakLines(letters, room.width / room.smallest) ?? [letters];
  return { size: room.smallest, lines: broken.map(textOf) };
}

/**
 * The lines of a text at one size, broken by the same rules; line breaks of its own stay.
 * @param width in units of the size
 */
export function wrap(text: string, widthOf: (text: string) => number, width: number): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    if (paragraph.trim() === '') return [''];
    const pieces = piecesOf(paragraph, 'words').flatMap((piece) => {
      const whole = { text: piece, width: widthOf(piece) };
      if (whole.width <= width) return [whole];
      return [...graphemes.segment(piece)].map(({ segment }) => ({ text: segment, width: widthOf(segment) }));
    });
    return (breakLines(pieces, width) ?? [pieces]).map(textOf);
  });
}

function piecesOf(text: string, breaks: 'words' | 'names'): string[] {
  if (breaks === 'names') return text.match(/[^\s·•‧-]*[\s·•‧-]+|[^\s·•‧-]+/gu) ?? [text];
  const pieces: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = pieces.at(-1);
    const sticks =
      last !== undefined &&
      !/\s$/.test(last) &&
      (CLOSING.test(segment) || OPENING.test(last) || /^\s/.test(segment));
    if (sticks) pieces[pieces.length - 1] = last + segment;
    else pieces.push(segment);
  }
  return pieces;
}

const textOf = (line: readonly Piece[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .trim();

/** Null when a piece is wider than a line. */
function breakLines(pieces: readonly Piece[], width: number): Piece[][] | null {
  const lines: Piece[][] = [];
  let used = Infinity;
  for (const piece of pieces) {
    if (piece.width > width) return null;
    if (used + piece.width > width) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push(piece);
    used += piece.width;
  }
  return lines;
}

/** The same number of lines with the narrowest measure that still gives it. */
function balanced(pieces: readonly Piece[], width: number, lines: number): string[] {
  let narrow = 0;
  let wide = width;
  for (let step = 0; step < 12; step++) {
    const middle = (narrow + wide) / 2;
    const broken = breakLines(pieces, middle);
    if (broken && broken.length <= lines) wide = middle;
    else narrow = middle;
  }
  return breakLines(pieces, wide)!.map(textOf);
}

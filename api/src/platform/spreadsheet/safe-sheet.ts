import { FileTooLarge, FileUnreadable } from './file-faults.js';

const MAX_COLUMNS = 200;
const MAX_CELLS = 8_000_000;

export interface SheetLimits {
  /** The header apart. */
  readonly maxRows: number;
  /** What a formula begins with once it is a text; another mark tells it from a text that begins like one. */
  readonly formulaMark?: string;
}

const TAG = /<((?:\w+:)?)(c|row)(?=[\s/>])([^>]*?)(\/?)>/g;
const ATTRIBUTES = /^(?:\s+[\w:.-]+\s*=\s*(?:"[^"<>&]*"|'[^'<>&]*'))*\s*$/;
const ADDRESS = /\sr\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']/;

/**
 * The XML of a sheet as the parsing library can safely have it. Refuses addresses far beyond a table (the library makes
 * room for everything before them), adds those left out (the format allows it, the library does not), and turns a cell
 * with a formula into the text of the formula, which whoever reads the table refuses.
 */
export function safeSheet(xml: string, { maxRows, formulaMark = '=' }: SheetLimits): string {
  let row = 0;
  let column = 0;
  let lastRow = 0;
  let lastColumn = 0;
  const addressed = xml.replace(TAG, (tag, prefix: string, name: string, attributes: string, end: string) => {
    if (!ATTRIBUTES.test(attributes)) throw new FileUnreadable('A cell of the workbook is malformed');
    const address = ADDRESS.exec(attributes);
    if (!address && /\sr\s*=/.test(attributes))
      throw new FileUnreadable('A cell of the workbook has no proper address');
    if (name === 'row') [row, column] = [address ? Number(address[2]) : row + 1, 0];
    else [row, column] = address ? [Number(address[2]), columnNumber(address[1]!)] : [row, column + 1];
    lastRow = Math.max(lastRow, row);
    lastColumn = Math.max(lastColumn, column);
    if (lastRow > maxRows + 1) throw new FileTooLarge(`More than ${maxRows} rows`);
    if (lastColumn > MAX_COLUMNS) throw new FileTooLarge(`More than ${MAX_COLUMNS} columns`);
    return address
      ? tag
      : `<${prefix}${name} r="${name === 'row' ? row : lettersOf(column) + row}"${attributes}${end}>`;
  });
  if (lastRow * lastColumn > MAX_CELLS) throw new FileTooLarge('Too many cells');
  return addressed.replace(FORMULA, (_, prefix: string, attributes: string, formula: string | undefined) =>
    formulaAsText(prefix, attributes, `${formulaMark}${formula ?? ''}`),
  );
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + letter : letter;
}

/** A cell with a formula: its address, and the formula still in XML's escapes. */
const FORMULA =
  /<((?:\w+:)?)c(?=[\s>])([^>]*)(?<!\/)>(?:(?!<\/\1c>)[^])*?<\1f(?=[\s/>])[^>]*?(?:\/>|>([^<]*)<\/\1f>)(?:(?!<\/\1c>)[^])*<\/\1c>/g;

function formulaAsText(prefix: string, attributes: string, text: string): string {
  const address = ADDRESS.exec(attributes)?.[0] ?? '';
  const tag = (name: string, content: string) => `<${prefix}${name}>${content}</${prefix}${name}>`;
  return `<${prefix}c${address} t="inlineStr">${tag('is', tag('t', text))}</${prefix}c>`;
}

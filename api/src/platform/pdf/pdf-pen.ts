import PDFDocument from 'pdfkit';
import { FAMILIES, WEIGHTS, type Family, type Fonts, type Weight } from './pdf-fonts.js';

interface Face {
  readonly weight: Weight;
  readonly size: number;
  readonly color: string;
  /** Between letters, in points. */
  readonly spacing?: number;
}
interface Run {
  readonly family: Family;
  readonly text: string;
}

/** What belongs together on the page: Chinese, or anything else up to the next Chinese. */
const SCRIPT_RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]+/gu;

/** Sets text in which several fonts may take part, each where the one before has no glyphs. */
export class PdfPen {
  constructor(
    private readonly doc: InstanceType<typeof PDFDocument>,
    private readonly fonts: Fonts,
  ) {
    for (const family of FAMILIES)
      for (const weight of WEIGHTS) doc.registerFont(`${family}-${weight}`, fonts[family][weight] as never);
  }

  width(text: string, weight: Weight, size: number, spacing = 0): number {
    return this.runs(text).reduce((sum, run) => sum + this.runWidth(run, weight, size, spacing), 0);
  }

  /** Writes one line on the baseline `y`. `x` is where it begins, its middle, or where it ends. */
  line(text: string, x: number, y: number, face: Face, align: 'left' | 'center' | 'right' = 'left'): void {
    const { weight, size, color, spacing = 0 } = face;
    const width = align === 'left' ? 0 : this.width(text, weight, size, spacing) - spacing;
    let at = x - (align === 'center' ? width / 2 : width);
    for (const run of this.runs(text)) {
      const options = { lineBreak: false, baseline: 'alphabetic', characterSpacing: spacing } as const;
      this.use(run.family, weight, size).fillColor(color).text(run.text, at, y, options);
      at += this.runWidth(run, weight, size, spacing);
    }
  }

  private runWidth(run: Run, weight: Weight, size: number, spacing: number): number {
    return this.use(run.family, weight, size).widthOfString(run.text) + spacing * [...run.text].length;
  }

  private use(family: Family, weight: Weight, size: number): InstanceType<typeof PDFDocument> {
    return this.doc.font(`${family}-${weight}`).fontSize(size);
  }

  /** A word is not set in two fonts as long as one has all of its letters. */
  private runs(text: string): Run[] {
    const runs: Run[] = [];
    for (const [part] of text.matchAll(SCRIPT_RUNS)) {
      const whole = FAMILIES.find((family) => this.has(family, part));
      for (const piece of whole ? [part] : part) {
        const family = whole ?? FAMILIES.find((candidate) => this.has(candidate, piece)) ?? 'han';
        const last = runs.at(-1);
        if (last?.family === family) runs[runs.length - 1] = { family, text: last.text + piece };
        else runs.push({ family, text: piece });
      }
    }
    return runs;
  }

  private has(family: Family, text: string): boolean {
    return [...text].every((character) =>
      this.fonts[family].regular.hasGlyphForCodePoint(character.codePointAt(0)!),
    );
  }
}

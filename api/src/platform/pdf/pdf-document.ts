import { setImmediate as breathe } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { wrap } from './line-breaking.js';
import { pdfFonts, type Weight } from './pdf-fonts.js';
import { PdfPen } from './pdf-pen.js';
import type { Block, ReportDocument } from './document.js';

const PETROL = '#0f4c5c';
const INK = '#16232a';
const GREY = '#5b6b73';
const HAIRLINE = '#c9d3d6';
const SHADE = '#eef3f4';

/** A4 upright, in points. */
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 48;
const TOP = 64;
const BOTTOM = HEIGHT - 60;
const INNER = WIDTH - 2 * MARGIN;
const LEADING = 1.5;
const PADDING = 4;

/** Draws a report as a PDF; every page is marked, counted, and has a line to sign on. */
export async function toPdf(document: ReportDocument): Promise<Buffer> {
  const fonts = await pdfFonts();
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: document.language,
    displayTitle: true,
    info: {
      Title: `${document.mark} · ${document.title}`.normalize('NFC'),
      Author: document.author,
      CreationDate: document.date,
    },
    font: fonts.han.regular as never,
  });
  const bytes = new Promise<Buffer>((done, fail) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => done(Buffer.concat(chunks)));
    doc.on('error', fail);
  });
  const sheet = new Sheet(doc, new PdfPen(doc, fonts));
  sheet.text(document.title, { weight: 'bold', size: 20, color: PETROL });
  for (const block of document.blocks) {
    // A long report takes half a second; others are answered in between.
    await breathe();
    sheet.block(block);
  }
  if (document.signers) sheet.signers(document.signers);
  sheet.margins(document);
  doc.end();
  return bytes;
}

interface Face {
  readonly weight: Weight;
  readonly size: number;
  readonly color: string;
}
const BODY: Face = { weight: 'regular', size: 9.5, color: INK };
const CELL: Face = { weight: 'regular', size: 8.5, color: INK };

/** Fills pages from top to bottom. */
class Sheet {
  private y = TOP;
  /** Widths of words at a size of 1: the same words come again and again. */
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly doc: InstanceType<typeof PDFDocument>,
    private readonly pen: PdfPen,
  ) {}

  block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        this.y += 10;
        this.room(60);
        return this.text(block.text, { weight: 'bold', size: 13, color: PETROL });
      case 'paragraph':
        return this.text(block.text, block.quiet ? { ...BODY, color: GREY } : BODY);
      case 'list':
        for (const item of block.items) this.text(`· ${item}`, BODY);
        return;
      case 'table':
        return this.table(block);
    }
  }

  text(text: string, face: Face): void {
    for (const line of this.lines(text, face, INNER)) {
      this.room(face.size * LEADING);
      this.pen.line(line, MARGIN, this.y + face.size, face);
      this.y += face.size * LEADING;
    }
    this.y += 3;
  }

  /** Lines to sign on, side by side and never torn from their words. */
  signers(labels: readonly string[]): void {
    const height = 76;
    this.room(height);
    const width = INNER / labels.length;
    const at = this.y + 46;
    labels.forEach((label, i) => {
      const left = MARGIN + i * width;
      this.doc
        .moveTo(left, at)
        .lineTo(left + width - 24, at)
        .lineWidth(0.75)
        .strokeColor(INK)
        .stroke();
      this.pen.line(label, left, at + 14, { weight: 'regular', size: 8.5, color: GREY });
    });
    this.y += height;
  }

  /** What stands at the edge of every page, once it is known how many there are. */
  margins(document: ReportDocument): void {
    const { start, count } = this.doc.bufferedPageRange();
    const quiet = { weight: 'regular', size: 8, color: GREY } as const;
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page);
      this.pen.line(document.mark, MARGIN, 36, { weight: 'bold', size: 10, color: INK });
      this.pen.line(document.author.normalize('NFC'), WIDTH - MARGIN, 36, quiet, 'right');
      this.rule(44);
      this.rule(HEIGHT - 48);
      this.pen.line(document.mark, MARGIN, HEIGHT - 32, quiet);
      this.pen.line(document.signature, WIDTH / 2, HEIGHT - 32, quiet, 'center');
      this.pen.line(document.page(page - start + 1, count), WIDTH - MARGIN, HEIGHT - 32, quiet, 'right');
    }
  }

  private table({ head, rows, widths }: Extract<Block, { kind: 'table' }>): void {
    const sum = widths.reduce((a, b) => a + b, 0);
    const columns = widths.map((width) => (width / sum) * INNER);
    const drawHead = () => head.length && this.row(head, columns, { ...CELL, weight: 'bold' }, SHADE);
    this.room(40);
    drawHead();
    for (const row of rows) {
      const height = this.heightOf(row, columns);
      if (this.y + Math.min(height, BOTTOM - TOP) > BOTTOM) {
        this.newPage();
        drawHead();
      }
      this.row(row, columns, CELL);
    }
    this.y += 6;
  }

  /** A row higher than a page goes on on the next one. */
  private row(cells: readonly string[], columns: readonly number[], face: Face, shade?: string): void {
    const lines = cells.map((cell, i) => this.lines(cell, face, columns[i]! - 2 * PADDING));
    const step = face.size * LEADING;
    const most = Math.max(1, ...lines.map((one) => one.length));
    for (let from = 0; from < most;) {
      const fit = Math.max(1, Math.floor((BOTTOM - this.y - PADDING) / step));
      const count = Math.min(fit, most - from);
      const height = count * step + PADDING;
      if (shade) this.doc.rect(MARGIN, this.y, INNER, height).fill(shade);
      let x = MARGIN;
      lines.forEach((cell, i) => {
        cell.slice(from, from + count).forEach((line, n) => {
          this.pen.line(line, x + PADDING, this.y + PADDING / 2 + n * step + face.size, face);
        });
        x += columns[i]!;
      });
      this.y += height;
      this.rule(this.y);
      from += count;
      if (from < most) this.newPage();
    }
  }

  private heightOf(cells: readonly string[], columns: readonly number[]): number {
    const lines = cells.map((cell, i) => this.lines(cell, CELL, columns[i]! - 2 * PADDING).length);
    return Math.max(1, ...lines) * CELL.size * LEADING + PADDING;
  }

  private lines(text: string, { weight, size }: Face, width: number): string[] {
    return wrap(text.normalize('NFC'), (part) => this.width(part, weight), width / size);
  }

  private width(text: string, weight: Weight): number {
    const key = `${weight} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.pen.width(text, weight, 100) / 100;
    this.widths.set(key, width);
    return width;
  }

  private room(height: number): void {
    if (this.y + height > BOTTOM) this.newPage();
  }

  private newPage(): void {
    this.doc.addPage();
    this.y = TOP;
  }

  private rule(y: number): void {
    this.doc
      .moveTo(MARGIN, y)
      .lineTo(WIDTH - MARGIN, y)
      .lineWidth(0.5)
      .strokeColor(HAIRLINE)
      .stroke();
  }
}

import { Readable } from 'node:stream';
import { zipStream, type ZipEntry } from './zip-stream.js';

export type Cell = string | number | null;
export interface SheetSpec {
  readonly name: string;
  /** First line, bold and frozen; repeated on every further sheet. */
  readonly header: readonly string[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** Lines of one sheet, header included; what is more goes to a further sheet. Only tests ask for less than Excel takes. */
  readonly maxLines?: number;
}

const EXCEL_MAX_LINES = 1_048_576;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Names of columns: a sheet has at most 26. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Text handed to the compressor at once. */
const BATCH = 64 * 1024;

/**
 * An Excel workbook, made while it is read, in memory that does not grow with the rows. Texts are written as inline
 * strings and can never be formulas; numbers are numbers. When the rows end in an error, so does the stream.
 */
export const xlsxStream = (sheet: SheetSpec): Readable =>
  Readable.from(zipStream(parts(sheet)), { objectMode: false });

async function* parts(sheet: SheetSpec): AsyncGenerator<ZipEntry> {
  const { rows } = sheet;
  const source = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  let sheets = 0;
  try {
    let next = await source.next();
    do {
      sheets++;
      yield {
        name: `xl/worksheets/sheet${sheets}.xml`,
        content: (async function* () {
          yield* sheetStart(sheet);
          let text = '';
          for (let line = 2; !next.done && line <= (sheet.maxLines ?? EXCEL_MAX_LINES); line++) {
            text += row(next.value, line);
            if (text.length > BATCH) {
              yield text;
              text = '';
            }
            next = await source.next();
          }
          yield `${text}</sheetData></worksheet>`;
        })(),
      };
    } while (!next.done);
  } finally {
    await source.return?.();
  }
  yield* frame(Array.from({ length: sheets }, (_, n) => (n === 0 ? sheet.name : `${sheet.name} ${n + 1}`)));
}

function sheetStart({ header, widths }: SheetSpec): string[] {
  const columns = widths.map(
    (width, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `${XML}<worksheet xmlns="${MAIN}">`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join('')}</cols><sheetData>`,
    row(header, 1, ' s="1"'),
  ];
}

function row(cells: readonly Cell[], line: number, style = ''): string {
  let text = `<row r="${line}">`;
  for (const [n, cell] of cells.entries()) {
    if (cell === null || cell === '') continue;
    const at = `${LETTERS.charAt(n)}${line}`;
    if (typeof cell === 'number') text += `<c r="${at}"${style}><v>${cell}</v></c>`;
    else
      text += `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  }
  return `${text}</row>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// Control characters and halves of surrogate pairs cannot stand in XML, and CR would be read as LF.
const UNFIT = /[&<>"\ufffe\uffff]|\p{Cs}|(?![\t\n])\p{Cc}/gu;
// Excel reads _x0041_ as an A, so an underscore that begins such a thing is written that way itself.
const CODE_LIKE = /_(?=x[0-9a-f]{4}_)/gi;
const escapeXml = (text: string): string =>
  text
    .replace(CODE_LIKE, '_x005F_')
    .replace(UNFIT, (char) => ESCAPES[char] ?? (char === '\r' ? '&#13;' : ''));

function* frame(names: readonly string[]): Generator<ZipEntry> {
  const each = (make: (n: number, name: string) => string) =>
    names.map((name, n) => make(n + 1, name)).join('');
  const part = (name: string, content: string): ZipEntry => ({ name, content: [XML + content] });
  yield part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((n, name) => `<sheet name="${escapeXml(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  );
  yield part(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${each((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  yield part(
    'xl/styles.xml',
    `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  );
  yield part(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  yield part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
  );
}

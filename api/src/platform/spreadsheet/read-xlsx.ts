import { readSheet } from 'read-excel-file/node';
import { zipStream } from './zip-stream.js';
import { FileUnreadable } from './file-faults.js';
import { readZip } from './read-zip.js';
import { safeSheet, type SheetLimits } from './safe-sheet.js';
import { isBlank, type SheetRow, type SheetTable } from './sheet-table.js';

const PARTS = /^xl\/([^/]+\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
/** Whatever its name, a part with this is read as a sheet. */
const SHEET_DATA = /<(?:\w+:)?sheetData[\s/>]/;

/**
 * Reads the first sheet of an Excel workbook as texts. What the parsing library gets is a new archive of the few parts
 * it needs, each checked before.
 */
export async function readXlsx(
  bytes: Buffer,
  limits: SheetLimits & { maxBytes: number },
): Promise<SheetTable> {
  const parts = readZip(bytes, (name) => PARTS.test(name), limits.maxBytes);
  if (!parts.has('xl/workbook.xml')) throw new FileUnreadable('It is an archive, but not an xlsx workbook');
  const checked = [...parts].map(([name, content]) => {
    const xml = decodeXml(content);
    return { name, content: [SHEET_DATA.test(xml) ? safeSheet(xml, limits) : xml] };
  });
  const chunks: Buffer[] = [];
  for await (const chunk of zipStream(checked)) chunks.push(chunk);
  const sheet = await readSheet(Buffer.concat(chunks), { trim: false, parseNumber: (text) => text }).catch(
    (error: Error) => {
      throw new FileUnreadable(`xlsx: ${error.message}`);
    },
  );
  // Its types name the constructor of dates where dates are meant.
  return toTable((sheet as (string | boolean | Date | null)[][]).map((cells) => cells.map(asText)));
}

function toTable(sheet: readonly (readonly string[])[]): SheetTable {
  const start = sheet.findIndex((cells) => !isBlank(cells));
  if (start < 0) throw new FileUnreadable('The first sheet is empty');
  const header = sheet[start]!;
  const width = header.findLastIndex((cell) => cell.trim() !== '') + 1;
  const rows = sheet.slice(start + 1).flatMap((cells, i): SheetRow[] => {
    if (isBlank(cells)) return [];
    const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    return [{ line: start + 2 + i, cells: cells.slice(0, Math.max(width, used)) }];
  });
  return { header: header.slice(0, width), rows };
}

/** Days are cells of the date format; the time of day, if any, is left out. */
function asText(cell: string | boolean | Date | null): string {
  if (cell === null) return '';
  if (!(cell instanceof Date)) return String(cell);
  return Number.isNaN(cell.getTime()) ? '#DATE' : cell.toISOString().slice(0, 10);
}

function decodeXml(content: Buffer): string {
  let xml: string;
  try {
    xml = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new FileUnreadable('A part of the workbook is not UTF-8');
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw new FileUnreadable('A part of the workbook declares a document type');
  return xml;
}

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { PeopleImportTooLarge, PeopleImportUnreadable } from './people-import.errors.js';
import { readRosterFile } from './read-roster-file.js';
import { textRow, workbook, workbookParts, zipOf } from '../../platform/spreadsheet/testing/workbook.js';

const read = async (content: string | Buffer) => (await readRosterFile(Buffer.from(content))).table;
const readSheetData = async (sheetData: string, sharedStrings?: string) =>
  read(await workbook(sheetData, sharedStrings));
const refused = expect.objectContaining({ code: 'people_import.unreadable' });

describe('reading CSV', () => {
  it.each([
    ['commas', 'a,b\n1,"x,y"\n'],
    ['semicolons', 'a;b\r\n1;"x,y"\r\n'],
    ['tabs', 'a\tb\n1\tx,y'],
    ['old line ends', 'a,b\r1,"x,y"\r'],
  ])('when cells are apart by %s it should find them', async (_, text) => {
    expect(await read(text)).toEqual({ header: ['a', 'b'], rows: [{ line: 2, cells: ['1', 'x,y'] }] });
  });

  it('when there are blank lines and line ends within quotes it should count the lines of the file', async () => {
    const { rows } = await read('a,b\r\n1,2\r\n\r\n,,\r\n"x\r\ny",3\r\n5,"6 ""six"""\r\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 5, cells: ['x\ny', '3'] },
      { line: 7, cells: ['5', '6 "six"'] },
    ]);
  });

  it('when it begins with a byte-order mark it should not be part of the first heading', async () => {
    expect(await readRosterFile(Buffer.from('\uFEFFa,b\n1,2'))).toMatchObject({
      encoding: 'utf-8-bom',
      table: { header: ['a', 'b'] },
    });
  });

  it('when a quote is never closed it should say in which line it opened', async () => {
    await expect(read('a,b\n1,2\n"q,1\n2,3\n')).rejects.toMatchObject({
      code: 'people_import.unreadable',
      response: { details: [{ path: 'file', values: { line: expect.any(Number) } }] },
    });
  });

  it('when characters outside the first plane fall on the edge of what is read at once they should stay whole', async () => {
    for (let shift = 0; shift < 4; shift++) {
      const cell = 'x'.repeat(shift) + '𠅤'.repeat(20_000);
      expect((await read(`a,b\n1,${cell}\n`)).rows[0]!.cells[1]).toBe(cell);
    }
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['blank lines only', Buffer.from('\n\n , ,\n')],
    ['UTF-16', Buffer.from('\uFEFFa,b\n1,2', 'utf16le')],
    ['Latin-1', Buffer.from('a,b\nJosé,1\n', 'latin1')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['an old Excel file', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), randomBytes(600)])],
    ['a broken UTF-8 file with a byte-order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xff])],
    ['an endless cell', Buffer.from(`a,b\n1,${'x'.repeat(200_000)}\n`)],
  ])('when it is %s it should be refused in one sentence', async (_, bytes) => {
    await expect(readRosterFile(bytes)).rejects.toEqual(refused);
  });

  it('when it is GB18030 it should decode rare characters of four bytes', async () => {
    // 刘䶮 and 𬱖 as GB18030 writes them.
    const bytes = Buffer.concat([
      Buffer.from('a,b\n'),
      Buffer.from([0xc1, 0xf5, 0xfe, 0x9f]),
      Buffer.from(',x\n'),
    ]);
    expect(await readRosterFile(bytes)).toMatchObject({
      encoding: 'gb18030',
      table: { rows: [{ cells: ['刘䶮', 'x'] }] },
    });
  });

  it('when any table is written as CSV it should be read back', async () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), async (rows) => {
        const line = (cells: readonly string[]) =>
          cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        const { rows: found } = await read([['a', 'b'], ...rows].map(line).join('\r\n'));
        expect(found).toEqual(rows.map((cells, i) => ({ line: i + 2, cells })));
      }),
    );
  });
});

describe('reading xlsx', () => {
  it('when cells are texts, numbers, days and switches it should read texts', async () => {
    const { header, rows } = await readSheetData(
      textRow(1, ['工号', '姓名', '入职日期', 'x', 'y']) +
        `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><r><t>刘</t></r><r><t>䶮</t></r></is></c>` +
        `<c r="C2" s="1"><v>44197</v></c><c r="D2"><v>12345678901234567890</v></c><c r="E2" t="b"><v>1</v></c></row>` +
        `<row r="4"><c r="B4" t="s"><v>1</v></c></row>`,
      '<si><t>0000001</t></si><si><t xml:space="preserve"> a &amp; b </t></si>',
    );
    expect(header).toEqual(['工号', '姓名', '入职日期', 'x', 'y']);
    expect(rows).toEqual([
      { line: 2, cells: ['0000001', '刘䶮', '2021-01-01', '12345678901234567890', 'true'] },
      { line: 4, cells: ['', ' a & b ', '', '', ''] },
    ]);
  });

  it('when a cell has a formula it should read the formula and never its result', async () => {
    const { rows } = await readSheetData(
      textRow(1, ['a', 'b', 'c', 'd']) +
        `<row r="2"><c r="A2"/><c r="B2" t="str"><f>HYPERLINK("http://x","y")&amp;"z"</f><v>y</v></c><c r="C2"><f t="shared" si="0"/><v>7</v></c><c r="D2"><v>8</v></c></row>`,
    );
    expect(rows).toEqual([{ line: 2, cells: ['', '=HYPERLINK("http://x","y")&"z"', '=', '8'] }]);
  });

  it('when a cell claims to stand far away it should refuse before making room for it', async () => {
    for (const cell of ['<c r="A9999999"><v>1</v></c>', '<c r="XFD2"><v>1</v></c>'])
      await expect(readSheetData(textRow(1, ['a']) + `<row>${cell}</row>`)).rejects.toBeInstanceOf(
        PeopleImportTooLarge,
      );
    await expect(readSheetData(textRow(1, ['a']) + '<row r="99999999999"/>')).rejects.toBeInstanceOf(
      PeopleImportUnreadable,
    );
    await expect(readSheetData(textRow(1, ['a']) + '<row><c r="&#65;9"/></row>')).rejects.toBeInstanceOf(
      PeopleImportUnreadable,
    );
  });

  it('when the sheet hides under another name it should be checked all the same', async () => {
    const parts = workbookParts('');
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace(
      'worksheets/sheet1.xml',
      'other.xml',
    );
    parts['xl/other.xml'] =
      '<worksheet><sheetData><row><c r="A9999999"><v>1</v></c></row></sheetData></worksheet>';
    await expect(read(await zipOf(parts))).rejects.toBeInstanceOf(PeopleImportTooLarge);
  });

  it('when it declares a document type it should be refused', async () => {
    const parts = workbookParts(textRow(1, ['a']));
    parts['xl/sharedStrings.xml'] = `<!DOCTYPE x [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>`;
    await expect(read(await zipOf(parts))).rejects.toEqual(refused);
  });

  it('when it is a bomb it should stop at the limit', async () => {
    const parts = workbookParts(textRow(1, ['a']));
    parts['xl/sharedStrings.xml'] = ' '.repeat(140 * 1024 * 1024);
    const bomb = await zipOf(parts);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(read(bomb)).rejects.toBeInstanceOf(PeopleImportTooLarge);
  });

  it('when the archive is no workbook, has too many parts, or is cut or flipped anywhere it should refuse and never crash', async () => {
    await expect(read(await zipOf({ 'a.txt': 'x' }))).rejects.toEqual(refused);
    const crowd = Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`xl/${i}.xml`, 'x']));
    await expect(read(await zipOf(crowd))).rejects.toBeInstanceOf(PeopleImportTooLarge);
    const good = await workbook(textRow(1, ['a', 'b']) + textRow(2, ['1', '2']));
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const bytes = Buffer.from(cut ? good.subarray(0, at) : good);
        if (!cut) bytes[at] = byte;
        const outcome = await readRosterFile(bytes).catch((error: unknown) => error);
        if (outcome instanceof Error) expect((outcome as { code?: string }).code).toMatch(/^people_import\./);
      }),
    );
  });
});

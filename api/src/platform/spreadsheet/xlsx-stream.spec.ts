import { finished } from 'node:stream/promises';
import { inflateRawSync } from 'node:zlib';
import readSheets from 'read-excel-file/node';
import { xlsxStream, type Cell } from './xlsx-stream.js';

const read = async (rows: AsyncIterable<Cell[]> | Cell[][], maxLines?: number) => {
  const stream = xlsxStream({ name: '完成情况', header: ['工号', '得分'], widths: [12, 8], rows, maxLines });
  return Buffer.concat((await stream.toArray()) as Buffer[]);
};
const sheetsOf = async (file: Buffer) =>
  (await readSheets(file, { trim: false })) as { sheet: string; data: unknown[][] }[];

describe('xlsxStream', () => {
  it('when rows are written a spreadsheet reader should find them as they were', async () => {
    const sheets = await sheetsOf(
      await read([
        ['007', 90],
        ['=1+1', 0],
        ['<b>&"张伟" 𬱖', null],
        [' 两端空格 ', 12.5],
        ['_x0041_x0042_ _x005F_', 1],
      ]),
    );
    expect(sheets).toEqual([
      {
        sheet: '完成情况',
        data: [
          ['工号', '得分'],
          ['007', 90],
          ['=1+1', 0],
          ['<b>&"张伟" 𬱖', null],
          [' 两端空格 ', 12.5],
          ['_x0041_x0042_ _x005F_', 1],
        ],
      },
    ]);
  });

  it('when a text looks like a formula it should be an inline string and no formula', async () => {
    const file = await read([['=cmd|calc', 1]]);
    const from = 30 + 'xl/worksheets/sheet1.xml'.length;
    const xml = inflateRawSync(file.subarray(from), { finishFlush: 2 }).toString();
    expect(xml).toContain('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=cmd|calc</t></is></c>');
    expect(xml).not.toContain('<f>');
  });

  it('when a text holds what XML cannot it should leave that out and stay readable', async () => {
    const [sheet] = await sheetsOf(await read([['a\u0000\u0007\ud800b', 1]]));
    expect(sheet?.data[1]).toEqual(['ab', 1]);
  });

  it('when there are more rows than a sheet takes it should go on in a further sheet', async () => {
    const rows = Array.from({ length: 5 }, (_, n): Cell[] => [`E${n}`, n]);
    const sheets = await sheetsOf(await read(rows, 3));
    expect(sheets.map(({ sheet, data }) => [sheet, data.length])).toEqual([
      ['完成情况', 3],
      ['完成情况 2', 3],
      ['完成情况 3', 2],
    ]);
    expect(sheets.flatMap(({ data }) => data.slice(1).map(([no]) => no))).toEqual([
      'E0',
      'E1',
      'E2',
      'E3',
      'E4',
    ]);
  });

  it('when there are no rows it should still be a workbook with its header', async () => {
    expect((await sheetsOf(await read([])))[0]?.data).toEqual([['工号', '得分']]);
  });

  it('when the rows break off it should break off too', async () => {
    const broken = async function* (): AsyncGenerator<Cell[]> {
      for (let n = 0; n < 5_000; n++) yield [`E${n}`, n];
      throw new Error('connection lost');
    };
    await expect(read(broken())).rejects.toThrow('connection lost');
  });

  it('when the reader goes away it should let go of the rows', async () => {
    let released = false;
    const rows = async function* (): AsyncGenerator<Cell[]> {
      try {
        for (let n = 0; ; n++) yield [`E${n}`, n];
      } finally {
        released = true;
      }
    };
    const stream = xlsxStream({ name: 'x', header: ['a', 'b'], widths: [1, 1], rows: rows() });
    for await (const _ of stream) break;
    await finished(stream, { error: false }).catch(() => undefined);
    expect(released).toBe(true);
  });

  it('when 200,000 rows are written it should not hold them in memory', async () => {
    let most = 0;
    const rows = async function* (): AsyncGenerator<Cell[]> {
      for (let n = 0; n < 200_000; n++) {
        if (n % 20_000 === 0) most = Math.max(most, process.memoryUsage().rss);
        yield [`E${n}`.padEnd(40, '员'), n];
      }
    };
    const before = process.memoryUsage().rss;
    let bytes = 0;
    for await (const chunk of xlsxStream({ name: 'x', header: ['a', 'b'], widths: [1, 1], rows: rows() }))
      bytes += (chunk as Buffer).length;
    expect(bytes).toBeGreaterThan(500_000);
    expect(most - before).toBeLessThan(150 * 1024 * 1024);
  });
});

import readSheets from 'read-excel-file/node';
import type { MselImport, MselMapping } from '@readyroom/contract';
import type request from 'supertest';
import { ScenarioImport } from '../../../api/src/modules/scenarios/index.js';
import { textRow, workbook } from '../../../api/src/platform/spreadsheet/testing/workbook.js';
import { FIXTURE } from '../../support/content-template.js';
import type { TestApp, TestClient } from '../../support/test-app.js';
import { copyOfFixture } from '../courses/support.js';

export const SCENARIO = FIXTURE.scenarioId;

/** Imports the fixture's scenario with these edits, as a draft. */
export async function changeScenario(
  app: TestApp,
  edits: [file: string, from: string, to: string][],
  publish: 'none' | 'all' = 'none',
) {
  const copy = await copyOfFixture();
  try {
    for (const [file, from, to] of edits) await copy.edit(`scenarios/first-alarm/${file}`, from, to);
    return await app.app.get(ScenarioImport).load(copy.folder, { publish });
  } finally {
    await copy.remove();
  }
}

/** The bytes of a file answer. */
export async function download(test: request.Test): Promise<Buffer> {
  const { body } = await test.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
  return body as Buffer;
}

export const upload = (client: TestClient, file: Buffer, mapping?: MselMapping): request.Test => {
  const test = client.post(`/scenarios/${SCENARIO}/msel-imports`);
  if (mapping) void test.field('mapping', JSON.stringify(mapping));
  return test.attach('file', file, 'list.xlsx');
};

export const exported = async (client: TestClient, versionId: string): Promise<Buffer> =>
  download(client.get(`/scenario-versions/${versionId}/msel.xlsx`));

export const commit = (client: TestClient, { id }: Pick<MselImport, 'id'>): request.Test =>
  client.post(`/scenarios/${SCENARIO}/msel-imports/${id}/commit`);

/** The table of a workbook, so that a test can change it. */
export async function tableOf(file: Buffer): Promise<string[][]> {
  const [sheet] = (await readSheets(file, { trim: false })) as { data: unknown[][] }[];
  return sheet!.data.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const workbookOf = (table: readonly (readonly string[])[]): Promise<Buffer> =>
  workbook(table.map((cells, n) => textRow(n + 1, cells.map(escape))).join(''));

/** A list with some cells changed: line, column, value. */
export async function editedList(
  file: Buffer,
  ...edits: [line: number, column: string, value: string][]
): Promise<Buffer> {
  const table = await tableOf(file);
  for (const [line, column, value] of edits)
    table[line - 1]![table[0]!.findIndex((heading) => heading.endsWith(` ${column}`))] = value;
  return workbookOf(table);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PeopleImport } from '@readyroom/contract';
import type request from 'supertest';
import type { TestApp, TestClient } from '../../support/test-app.js';

const folder = join(__dirname, '../../fixtures/rosters');
export const roster = (name: string): Buffer => readFileSync(join(folder, name));

export interface Facts {
  rows: number;
  tiers: Record<'executive' | 'manager' | 'frontline', number>;
  status: Record<'active' | 'left', number>;
  departments: number;
  customer_service_subtree: number;
  active_frontline: number;
  namesakes: number;
  rare_names: number;
  locale_en: number;
  gb18030_rows: number;
  dirty_rows: number;
  dirty_faults: [number, string][];
}
export const facts = (): Facts => JSON.parse(roster('facts.json').toString('utf8')) as Facts;

export const upload = (client: TestClient, file: Buffer | string, name = 'roster.csv'): request.Test =>
  client.post('/people-imports').attach('file', Buffer.from(file), name);

/** Uploads and, when nothing is wrong, commits. */
export async function importRoster(client: TestClient, file: Buffer | string): Promise<PeopleImport> {
  const preview = (await upload(client, file)).body as PeopleImport;
  if (preview.status !== 'ready') return preview;
  return (await client.post(`/people-imports/${preview.id}/commit`)).body as PeopleImport;
}

/** A CSV file of rows given as objects; columns are those of the first row. */
export function csv(rows: readonly Record<string, string>[]): string {
  const header = Object.keys(rows[0]!);
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n');
}

/** Takes imported people, their departments and all imports away again; whoever the test itself made stays. */
export async function emptyStaff(app: TestApp): Promise<void> {
  await app.database.query(
    'DELETE FROM people_import; DELETE FROM outbox; UPDATE person SET manager_id = NULL',
  );
  await app.database.query(`DELETE FROM person WHERE employee_no !~ '^T\\d{4}$'`);
  await app.database.query(
    `WITH RECURSIVE used (id, parent_id) AS (
       SELECT d.id, d.parent_id FROM department d JOIN person p ON d.id IN (p.department_id, p.scope_department_id)
       UNION SELECT d.id, d.parent_id FROM department d JOIN used ON used.parent_id = d.id)
     DELETE FROM department WHERE id NOT IN (SELECT id FROM used)`,
  );
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

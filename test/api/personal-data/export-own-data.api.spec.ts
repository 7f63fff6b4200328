import readSheets from 'read-excel-file/node';
import { namesIn, OWNED, personalColumns } from '../../../api/src/modules/personal-data/register/register.js';
import { TestApp } from '../../support/test-app.js';
import { fillEveryTable } from './filled-database.js';
import { takenAway } from './own-data.js';

describe('Taking the own data away', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());

  it('should ask who it is', () => app.client().get('/me/personal-data').expect(401));

  it('should be for oneself only, at most three times in a quarter of an hour, and leave a trail', async () => {
    const { person, client } = await app.signedIn({ name: '曾子衿' });
    const other = await app.signedIn({ name: '旁观者' });
    const { files, data } = await takenAway(client);
    expect([...files.keys()]).toEqual(['readme.txt', 'personal-data.json', 'personal-data.xlsx']);
    expect(data.personId).toBe(person.id);
    const whole = [...files.values()].map(String).join();
    expect(whole).toContain('曾子衿');
    expect(whole).not.toContain('旁观者');
    expect(whole).not.toContain(other.person.id);
    await takenAway(client);
    await takenAway(client);
    const fourth = await client.get('/me/personal-data');
    expect({ status: fourth.status, code: fourth.body.code }).toEqual({
      status: 429,
      code: 'personal_data.too_often',
    });
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0);
    await takenAway(other.client);
    const trail = await app.database.query(
      `SELECT 1 FROM audit_entry WHERE action = 'exportMyPersonalData' AND actor_id = $1`,
      [person.id],
    );
    expect(trail).toHaveLength(1);
  });

  it('should hold rows of every table that the register calls theirs, each personal column, and no secret', async () => {
    const { person, client } = await app.signedIn();
    await app.database.query('DELETE FROM credential');
    await app.database.query('DELETE FROM person WHERE id <> $1', [person.id]).catch(() => undefined);
    await fillEveryTable(app, person.id, (table, column) =>
      table === 'people_import_row' ? person.employeeNo : `canary-${table}-${column}`,
    );
    const { files, data } = await takenAway(client);
    expect(data.tables.map(({ table }) => table)).toEqual(OWNED.map(({ table }) => table));
    for (const table of OWNED) {
      const { rows, purpose } = data.tables.find((it) => it.table === table.table)!;
      expect({ table: table.table, rows: rows.length > 0 }).toEqual({ table: table.table, rows: true });
      expect(purpose.zh && purpose.en).toBeTruthy();
      const shown = personalColumns(table).filter(({ onErasure }) => onErasure !== 'secret');
      expect(Object.keys(rows[0]!).sort()).toEqual(shown.map(({ column }) => column).sort());
      if (table.table !== 'people_import_row' && table.table !== 'person')
        for (const column of [...namesIn(table.redact), ...namesIn(table.null)].filter((it) => it !== 'tags'))
          expect(JSON.stringify(rows)).toContain(`canary-${table.table}-${column}`);
    }
    expect(files.get('personal-data.json')!.toString()).not.toMatch(/password_hash|token_hash/);
    const [sheet] = (await readSheets(files.get('personal-data.xlsx')!)) as { data: unknown[][] }[];
    const [header, ...lines] = sheet!.data;
    expect(header).toEqual(['数据', '表', '记录', '字段', '内容']);
    expect(new Set(lines.map(([, table]) => table))).toEqual(new Set(OWNED.map(({ table }) => table)));
  });
});

import {
  namesIn,
  OWNED,
  personalColumns,
  PLAIN,
  REGISTER,
} from '../../../api/src/modules/personal-data/register/register.js';
import { TestApp } from '../../support/test-app.js';

describe('The register of personal columns', () => {
  let app: TestApp;
  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());

  const registered = (): string[] =>
    [...REGISTER, ...PLAIN]
      .flatMap((table) => [
        ...namesIn(table.plain).map((column) => `${table.table}.${column}`),
        ...('purpose' in table ? personalColumns(table).map(({ column }) => `${table.table}.${column}`) : []),
      ])
      .sort();

  it('should name every column of every table once, and none that is not there', async () => {
    const columns = await app.database.query<{ name: string }>(
      `SELECT c.table_name || '.' || c.column_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE'`,
    );
    expect(registered()).toEqual(columns.map(({ name }) => name).sort());
  });

  it('should notice a column that nobody registered', async () => {
    await app.database.query('ALTER TABLE person ADD COLUMN shoe_size int');
    try {
      const [{ found }] = (await app.database.query(
        `SELECT count(*)::int AS found FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name = 'person' AND NOT 'person.' || column_name = ANY($1)`,
        [registered()],
      )) as [{ found: number }];
      expect(found).toBe(1);
    } finally {
      await app.database.query('ALTER TABLE person DROP COLUMN shoe_size');
    }
  });

  it('should have every reference to a person among the personal columns', async () => {
    const references = await app.database.query<{ name: string }>(
      `SELECT c.conrelid::regclass || '.' || a.attname AS name FROM pg_constraint c
       JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
       WHERE c.contype = 'f' AND c.confrelid = 'person'::regclass`,
    );
    const personal = new Set(
      REGISTER.flatMap((table) => personalColumns(table).map(({ column }) => `${table.table}.${column}`)),
    );
    expect(references.map(({ name }) => name).filter((name) => !personal.has(name))).toEqual([]);
    expect(references.length).toBeGreaterThan(40);
  });

  it('should say why what stays after an erasure stays, in both languages', () => {
    for (const table of REGISTER) {
      expect(table.purpose.zh && table.purpose.en && table.retention.zh && table.retention.en).toBeTruthy();
      if (table.keep)
        expect({ table: table.table, why: !!table.why }).toEqual({ table: table.table, why: true });
    }
    expect(OWNED.length).toBeGreaterThan(40);
  });
});

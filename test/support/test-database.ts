import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connectDatabase, type Database } from '../../api/src/platform/database/database.js';

/** A database of its own for a test file, cloned from the migrated template (or another one). */
export async function cloneDatabase(
  template = process.env.READYROOM_TEST_TEMPLATE!,
): Promise<{ database: Database; url: string; drop(): Promise<void> }> {
  const server = process.env.READYROOM_TEST_SERVER!;
  const name = `${process.env.READYROOM_TEST_TEMPLATE}_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await connectDatabase(url.href, { poolSize: 8 });
  return {
    database,
    url: url.href,
    drop: async () => {
      await database.close();
      await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** One statement on the server itself. Clones of one template queue up behind an advisory lock. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.READYROOM_TEST_SERVER });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(4711)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

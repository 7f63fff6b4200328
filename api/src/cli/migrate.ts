import { readConfig } from '../platform/config/config.js';
import { connectDatabase, migrate } from '../platform/database/database.js';

/** `npm run migration:run`: brings the database of DATABASE_URL up to date; safe to run from several places at once. */
async function main(): Promise<void> {
  const { DATABASE_URL } = readConfig(process.env);
  if (!DATABASE_URL) throw new Error('Set DATABASE_URL to the PostgreSQL of this installation.');
  const database = await connectDatabase(DATABASE_URL, { poolSize: 4 });
  const done = await migrate(database);
  await database.close();
  console.log(done.length ? done.map((name) => `ran ${name}`).join('\n') : 'The schema is up to date.');
}

main().catch((error: Error) => {
  console.error(`The schema could not be brought up to date. ${error.message}`);
  process.exit(1);
});

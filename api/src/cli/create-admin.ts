import { Credentials } from '../modules/auth/index.js';
import { makeAdmin } from '../modules/people/index.js';
import { SystemClock } from '../platform/clock/clock.js';
import { completeConfig, readConfig } from '../platform/config/config.js';
import { connectDatabase, migrate } from '../platform/database/database.js';
import { readAdminArguments } from './admin-arguments.js';

/** `npm run admin:create`: makes the first administrator on DATABASE_URL and prints a temporary password once. */
async function main(): Promise<void> {
  const spec = readAdminArguments(process.argv.slice(2));
  const base = readConfig(process.env);
  if (!base.DATABASE_URL) throw new Error('Set DATABASE_URL to the PostgreSQL of this installation.');
  const database = await connectDatabase(base.DATABASE_URL, { poolSize: 4 });
  try {
    await migrate(database);
    const clock = new SystemClock();
    const config = completeConfig(base, base.DATABASE_URL);
    const admin = await makeAdmin(database, { clock, credentials: new Credentials(clock, config) }, spec);
    console.log(
      `${admin.name} (${spec.employeeNo}) ${admin.created ? 'has been added as administrator' : 'is administrator now'}.`,
    );
    console.log(`Temporary password, shown only here, valid for 14 days: ${admin.password}`);
    console.log(`Sign in at ${config.PUBLIC_URL}/admin/ and choose another one.`);
  } finally {
    await database.close();
  }
}

main().catch((error: Error & { code?: string; constraint?: string }) => {
  const taken = error.code === '23505' && error.constraint === 'person_email';
  console.error(
    `No administrator was made. ${taken ? 'Somebody else has this e-mail address.' : error.message || error.code}`,
  );
  process.exit(1);
});

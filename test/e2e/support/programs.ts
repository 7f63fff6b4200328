import { organisationDay, refreshProgramStandings } from '../../../api/src/modules/standings/index.js';
import { addDays, SystemClock } from '../../../api/src/platform/clock/clock.js';
import { PASSWORD, type Product } from '../../support/product.js';

const WAIT_MS = 60_000;

/** A program of this test alone, asked of everybody, with people at many places in it. */
export interface ProgramSetting {
  id: string;
  title: { zh: string; en: string };
  today: string;
  /** Employee numbers of those who are where the name says. */
  overdue: string[];
  compliant: string;
  expiring: string;
  rule: string;
}

/** Late by far: the rest of the demo people have until a month from now. */
const OVERDUE = ['100030', '100031', '100032'];
const COMPLIANT = '100020';
const EXPIRING = '100021';

/** HR makes a program and a rule for everybody; some are late, one is certified, one has to renew soon. */
export async function makeProgram(product: Product): Promise<ProgramSetting> {
  const { database } = product;
  const day = await organisationDay(database, new SystemClock());
  const call = await asHr(product);
  const [course] = await database.query<{ id: string }>('SELECT id FROM course ORDER BY position LIMIT 1');
  const title = { zh: '值守资格', en: 'Watch duty' };
  const document = {
    title,
    summary: { zh: '轮值之前完成', en: 'Before the first watch' },
    path: [
      { kind: 'course', key: 'course', requires: [], courseId: course!.id },
      {
        kind: 'drill',
        key: 'drill',
        requires: ['course'],
        title: { zh: '一次演练', en: 'One drill' },
        crisisTypes: [],
        solo: true,
        pass: false,
      },
    ],
    refresher: [],
    renewal: { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' },
    drillEveryMonths: { frontline: 6 },
    refresherDays: 30,
  };
  const { id } = await call('programs', { slug: 'watch-duty', document });
  const rule = '全员值守资格';
  await call('audience-rules', {
    name: rule,
    programId: id,
    audience: { everybody: true },
    dueOn: addDays(day.today, 30),
  });
  await everybodyHasIt(product, id);
  await database.query(
    `UPDATE program_assignment a SET due_on = $2 FROM person p
     WHERE p.id = a.person_id AND a.program_id = $1 AND p.employee_no = ANY($3)`,
    [id, addDays(day.today, -40), OVERDUE],
  );
  await hold(product, id, COMPLIANT, { from: addDays(day.today, -100), until: addDays(day.today, 265) });
  await hold(product, id, EXPIRING, { from: addDays(day.today, -345), until: addDays(day.today, 20) });
  const people = await database.query<{ id: string }>('SELECT id FROM person WHERE demo');
  await refreshProgramStandings(database, day, {
    personIds: people.map((person) => person.id),
    programIds: [id],
  });
  return { id, title, today: day.today, overdue: OVERDUE, compliant: COMPLIANT, expiring: EXPIRING, rule };
}

async function asHr(product: Product) {
  const headers = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${product.url}/api/auth/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login: '100012', password: PASSWORD }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (path: string, body: object): Promise<{ id: string }> => {
    const answer = await fetch(`${product.url}/api/${path}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
}

/** A rule reaches people in the background. */
async function everybodyHasIt({ database }: Product, programId: string): Promise<void> {
  for (const end = Date.now() + WAIT_MS; Date.now() < end; await new Promise((go) => setTimeout(go, 200))) {
    const [row] = await database.query<{ missing: number }>(
      `SELECT count(*)::int AS missing FROM person p WHERE p.demo AND NOT EXISTS (
         SELECT FROM program_assignment a WHERE a.person_id = p.id AND a.program_id = $1)`,
      [programId],
    );
    if (row!.missing === 0) return;
  }
  throw new Error('The rule has not reached everybody');
}

/** As if the person had completed the program a while ago: a period that is held and the renewal that follows it. */
async function hold(
  { database }: Product,
  programId: string,
  employeeNo: string,
  { from, until }: { from: string; until: string },
): Promise<void> {
  const values = [programId, employeeNo, from, until];
  await database.query(
    `INSERT INTO certification_period (person_id, program_id, number, path, opens_on, version_id, completed_on, completed_at,
       valid_from, valid_until, anchor_on, cycle, validity_months)
     SELECT p.id, g.id, 1, 'full', $3::date - 30, g.version_id, $3, $3::date + interval '10 hours', $3, $4, $3, 1, 12
     FROM person p, program g WHERE p.employee_no = $2 AND g.id = $1`,
    values,
  );
  await database.query(
    `INSERT INTO certification_period (person_id, program_id, number, path, opens_on, due_on)
     SELECT p.id, $1, 2, 'refresher', $3::date - 60, $3 FROM person p WHERE p.employee_no = $2`,
    [programId, employeeNo, until],
  );
}

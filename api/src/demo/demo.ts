import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { TIERS, type Tier } from '@readyroom/contract';
import { Credentials } from '../modules/auth/index.js';
import { AudienceRules } from '../modules/audience-rules/index.js';
import { ensureDepartment } from '../modules/departments/index.js';
import { nameInitials } from '../modules/people/index.js';
import { addDays, Clock, dayIn } from '../platform/clock/clock.js';
import { Database, type Tx } from '../platform/database/database.js';
import { DEMO_LOGINS, DEMO_PEOPLE } from './demo-people.js';

export interface DemoLogins {
  /** One password for all demo people, or null when it is known to nobody any more. */
  password: string | null;
  people: { employeeNo: string; name: string; what: string }[];
}

const WORDS = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'heron',
  'inlet',
  'juniper',
  'lagoon',
  'maple',
];
const invent = () =>
  `${WORDS[randomInt(WORDS.length)]}-${WORDS[randomInt(WORDS.length)]}-${randomInt(1000, 10_000)}`;

/**
 * Makes the demo people with a password of this installation and gives everybody the whole curriculum, and each tier its program, once. The
 * password is kept beside the embedded database (`folder`), so that later starts can print it again.
 */
export async function createDemo(
  app: INestApplicationContext,
  folder: string | null,
): Promise<DemoLogins | null> {
  const database = app.get(Database);
  const [{ people, demo }] = (await database.query(
    'SELECT (SELECT count(*) FROM person) AS people, (SELECT has_demo_data FROM organisation) AS demo',
  )) as [{ people: number; demo: boolean }];
  const file = folder ? join(folder, 'demo-password') : null;
  if (people > 0) {
    if (!demo) return null;
    return {
      password: file ? await readFile(file, 'utf8').catch(() => null) : null,
      people: await printed(database),
    };
  }
  const password = invent();
  if (file) await writeFile(file, password, { mode: 0o600 });
  await database.transaction(async (tx) => {
    await insertPeople(tx, app, password);
    await tx.query('UPDATE organisation SET has_demo_data = true, name = $1', ['云栖集 Yunqi Market']);
  });
  await assignCurriculum(app, database);
  await assignPrograms(app, database);
  return { password, people: await printed(database) };
}

async function insertPeople(tx: Tx, app: INestApplicationContext, password: string): Promise<void> {
  const now = app.get(Clock).now();
  const ids = new Map<string, string>();
  for (const person of DEMO_PEOPLE) {
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO person (employee_no, name, english_name, name_initials, email, department_id, position, tier, manager_id,
         hire_date, time_zone, locale, roles, scope_department_id, demo, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true, $15, $15) RETURNING id`,
      [
        person.employeeNo,
        person.name,
        person.englishName,
        nameInitials(person.name),
        `${person.employeeNo}@demo.example`,
        await ensureDepartment(tx, person.department),
        person.position,
        person.tier,
        person.manager ? ids.get(person.manager) : null,
        '2024-03-01',
        'Asia/Shanghai',
        person.locale,
        person.roles,
        person.scope ? await ensureDepartment(tx, person.scope) : null,
        now,
      ],
    );
    ids.set(person.employeeNo, row!.id);
    await app.get(Credentials).setPassword(tx, row!.id, password, { temporary: false });
  }
}

/** A trainer of the demo company assigns all courses to everybody, due in four weeks. */
async function assignCurriculum(app: INestApplicationContext, database: Database): Promise<void> {
  const trainer = DEMO_PEOPLE.find((person) => person.roles.includes('trainer'))!;
  const [row] = await database.query<{ id: string; time_zone: string; courses: string[] }>(
    `SELECT p.id, o.time_zone, ARRAY(SELECT id FROM course WHERE published_version_id IS NOT NULL ORDER BY position) AS courses
     FROM person p, organisation o WHERE p.employee_no = $1`,
    [trainer.employeeNo],
  );
  if (!row!.courses.length) return;
  await app.get(AudienceRules).create(
    { personId: row!.id, scopeDepartmentId: null },
    {
      name: '全员危机培训 Crisis curriculum',
      courseIds: row!.courses,
      audience: { everybody: true, tiers: [], departmentIds: [], personIds: [], condition: null },
      programId: null,
      dueAfter: null,
      dueOn: addDays(dayIn(row!.time_zone, app.get(Clock).now()), 28),
      joinersDueDays: 14,
    },
  );
}

const RULE_NAMES: Record<Tier, string> = {
  executive: '高层资格 Executives',
  manager: '中层资格 Managers',
  frontline: '一线资格 Front line',
};

/** HR of the demo company gives each tier the program of its name, with eight weeks for it: the courses and a drill. */
async function assignPrograms(app: INestApplicationContext, database: Database): Promise<void> {
  const hr = DEMO_PEOPLE.find((person) => person.roles.includes('hr') && !person.scope)!;
  const programs = await database.query<{ id: string; slug: Tier; hr: string }>(
    'SELECT g.id, g.slug, p.id AS hr FROM program g, person p WHERE p.employee_no = $1 AND g.slug = ANY($2) ORDER BY g.slug',
    [hr.employeeNo, TIERS],
  );
  for (const program of programs)
    await app.get(AudienceRules).create(
      { personId: program.hr, scopeDepartmentId: null },
      {
        name: RULE_NAMES[program.slug],
        courseIds: [],
        programId: program.id,
        audience: {
          everybody: false,
          tiers: [program.slug],
          departmentIds: [],
          personIds: [],
          condition: null,
        },
        dueAfter: { kind: 'after_assignment', days: 56 },
        dueOn: null,
        joinersDueDays: 56,
      },
    );
}

async function printed(database: Database): Promise<DemoLogins['people']> {
  const rows = await database.query<{ employee_no: string; name: string }>(
    `SELECT employee_no, name FROM person WHERE demo AND status = 'active'`,
  );
  return DEMO_LOGINS.flatMap(({ employeeNo, what }) => {
    const row = rows.find((candidate) => candidate.employee_no === employeeNo);
    return row ? [{ employeeNo, name: row.name, what }] : [];
  });
}

import fc from 'fast-check';
import { TIERS } from '@readyroom/contract';
import { AudienceRules, Reconciliation } from '../../../api/src/modules/audience-rules/index.js';
import { bareCourse } from '../../support/bare-course.js';
import { TestApp } from '../../support/test-app.js';
import { yearly } from '../certification/program-setting.js';

const PATHS = ['公司', '公司/客服', '公司/客服/夜班', '公司/研发'];

/** What happens: it is recorded at once, and told to the job later, twice, or in another order. */
const person = fc.nat(4);
const event = fc.oneof(
  fc.record({ does: fc.constant('hire' as const), who: person }),
  fc.record({ does: fc.constant('transfer' as const), who: person, to: fc.nat(3) }),
  fc.record({ does: fc.constant('tier' as const), who: person, to: fc.constantFrom(...TIERS) }),
  fc.record({ does: fc.constant('leave' as const), who: person }),
  fc.record({ does: fc.constant('return' as const), who: person }),
  fc.record({
    does: fc.constant('hired on' as const),
    who: person,
    day: fc.constantFrom('2026-01-15', '2026-02-28', '2026-06-01', null),
  }),
  fc.record({ does: fc.constant('tag' as const), who: person, tags: fc.subarray(['night', 'new']) }),
  fc.record({ does: fc.constant('make' as const), rule: fc.nat(3) }),
  fc.record({ does: fc.constant('change' as const), rule: fc.nat(3), audience: fc.nat(3), due: fc.nat(3) }),
  fc.record({ does: fc.constant('withdraw' as const), rule: fc.nat(3) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** For each event whether the job runs right after it; at the end, who is told of again, and in which order. */
const delivery = fc.record({
  at: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  again: fc.array(person, { maxLength: 8 }),
});

describe('events that come late, twice or in another order', () => {
  let app: TestApp;
  let programs: string[];
  let courses: string[];
  let departments: string[];
  let author: string;

  beforeAll(async () => {
    app = await TestApp.start();
    const { person: hr, client } = await app.signedIn({ roles: ['hr'], department: '人力' });
    author = hr.id;
    courses = [await bareCourse(app, '一'), await bareCourse(app, '二')];
    programs = [];
    for (const [n, courseId] of courses.entries()) {
      const path = [{ kind: 'course' as const, key: 'course', requires: [], courseId }];
      const made = await client
        .post('/programs', { slug: `program-${n}`, document: yearly({ path }) })
        .expect(201);
      programs.push(made.body.id as string);
    }
    departments = [];
    for (const path of PATHS) departments.push(await app.department(path));
  });
  afterAll(() => app.stop());

  const audiences = () => [
    { departmentIds: [departments[1]!] },
    { tiers: ['manager' as const, 'executive' as const] },
    { everybody: true, condition: { any: [{ tag: ['night'] }, { not: { department: [departments[1]!] } }] } },
    { everybody: true, condition: { all: [{ hired: { from: '2026-01-01', to: '2026-03-01' } }] } },
  ];
  const dues = [
    // Before the days that joiners have: whether somebody joined later shows in their day.
    { dueOn: '2026-03-10', dueAfter: null },
    { dueOn: null, dueAfter: { kind: 'after_hire' as const, days: 60 } },
    { dueOn: null, dueAfter: { kind: 'after_assignment' as const, days: 20 } },
    { dueOn: null, dueAfter: { kind: 'after_joining_department' as const, days: 30 } },
  ];
  const whole = (n: number) => ({
    everybody: false,
    tiers: [],
    departmentIds: [],
    personIds: [],
    condition: null,
    ...audiences()[n],
  });

  /** Rules of one history and its own five people, besides one in every department so that no rule is empty. */
  class World {
    readonly people: string[] = [];
    readonly rules = new Map<number, string>();

    async begin(): Promise<void> {
      for (let n = 0; n < 5; n++) {
        const { id } = await app.person({ department: PATHS[n % 4], tier: TIERS[n % 3], status: 'left' });
        this.people.push(id);
      }
    }
    async happen(step: Event): Promise<void> {
      const set = (column: string, value: unknown) =>
        app.database.transaction(async (tx) => {
          const id = this.people['who' in step ? step.who : 0]!;
          await tx.query(`UPDATE person SET ${column} = $2, updated_at = $3 WHERE id = $1`, [
            id,
            value,
            app.clock.now(),
          ]);
          await app.app.get(Reconciliation).promise(tx, [id]);
        });
      const actor = { personId: author, scopeDepartmentId: null };
      const rules = app.app.get(AudienceRules);
      const unlessEmpty = async (work: Promise<unknown>): Promise<void> => {
        await work.catch((error: { code?: string }) => {
          if (error.code !== 'audience_rule.audience_empty') throw error;
        });
      };
      switch (step.does) {
        case 'hire':
        case 'return':
          return set('status', 'active');
        case 'leave':
          return set('status', 'left');
        case 'transfer':
          return set('department_id', departments[step.to]);
        case 'tier':
          return set('tier', step.to);
        case 'tag':
          return set('tags', step.tags);
        case 'hired on':
          return set('hire_date', step.day);
        case 'make': {
          if (this.rules.has(step.rule)) return;
          const made = rules.create(actor, {
            name: `规则${step.rule}`,
            courseIds: step.rule % 2 ? [courses[0]!] : [],
            programId: programs[step.rule % 2]!,
            audience: whole(step.rule),
            joinersDueDays: 14,
            ...dues[step.rule]!,
          });
          await unlessEmpty(made.then(({ id }) => this.rules.set(step.rule, id)));
          return;
        }
        case 'change': {
          const id = this.rules.get(step.rule);
          if (id)
            await unlessEmpty(
              rules.update(actor, id, { audience: whole(step.audience), ...dues[step.due]! }),
            );
          return;
        }
        case 'withdraw': {
          const id = this.rules.get(step.rule);
          if (id) await rules.withdraw(actor, id);
          this.rules.delete(step.rule);
        }
      }
    }
    /** By number of person and rule, so that two worlds compare. */
    async state() {
      const ruleName = 'SELECT name FROM audience_rule r WHERE r.id = a.rule_id';
      const read = (text: string) => app.database.query(text, [this.people]);
      return {
        courses: await read(
          `SELECT array_position($1::uuid[], person_id) AS who, (${ruleName}) AS rule, course_id, due_on
           FROM assignment a WHERE person_id = ANY($1) AND withdrawn_at IS NULL ORDER BY 1, 2, 3`,
        ),
        programs: await read(
          `SELECT array_position($1::uuid[], person_id) AS who, (${ruleName}) AS rule, program_id, due_on
           FROM program_assignment a WHERE person_id = ANY($1) AND withdrawn_at IS NULL ORDER BY 1, 2, 3`,
        ),
        standings: await read(
          `SELECT array_position($1::uuid[], person_id) AS who, course_id, department_id, tier, due_on, progress
           FROM standing WHERE person_id = ANY($1) AND counted ORDER BY 1, 2`,
        ),
        programStandings: await read(
          `SELECT array_position($1::uuid[], person_id) AS who, program_id, department_id, tier, due_on, grace_until, status, changes_on
           FROM program_standing WHERE person_id = ANY($1) AND counted ORDER BY 1, 2`,
        ),
      };
    }
    async end(): Promise<void> {
      for (const id of this.rules.values())
        await app.app.get(AudienceRules).withdraw({ personId: author, scopeDepartmentId: null }, id);
      await app.database.query(`UPDATE person SET status = 'left' WHERE id = ANY($1)`, [this.people]);
      await app.drainJobs();
      await app.app
        .get(Reconciliation)
        .handle({ personIds: this.people, advanceRuleId: null, programId: null });
    }
  }
  const tell = (personIds: readonly string[]) =>
    app.app.get(Reconciliation).handle({ personIds: [...personIds], advanceRuleId: null, programId: null });
  let moved = 0;

  it('should end in the same assignments and standings as events that come at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 4, maxLength: 12 }),
        delivery,
        async (steps, { at, again }) => {
          const states = [];
          for (const prompt of [true, false]) {
            const world = new World();
            await world.begin();
            for (const who of [0, 1, 2, 3, 4]) await world.happen({ does: 'hire', who });
            await app.drainJobs();
            for (const [n, step] of steps.entries()) {
              await world.happen(step);
              if (prompt || at[n]) await app.drainJobs();
            }
            if (!prompt) {
              // What was left waiting comes after something newer, in another order, and some of it twice.
              for (const who of again) await tell([world.people[who]!, world.people[who]!]);
              await tell([...world.people].reverse());
            }
            await app.drainJobs();
            states.push(await world.state());
            // A sweep over everybody has nothing left to do.
            await app.app
              .get(Reconciliation)
              .handle({ personIds: null, advanceRuleId: null, programId: null });
            expect(await world.state()).toEqual(states.at(-1));
            await world.end();
          }
          moved += states[0]!.programs.length;
          expect(states[1]).toEqual(states[0]);
        },
      ),
      { numRuns: 30 },
    );
    expect(moved).toBeGreaterThan(20);
  }, 300_000);

  it('when the same facts are recorded in any order on one day it should end in the same state', async () => {
    const facts: Event[] = [
      { does: 'transfer', who: 0, to: 1 },
      { does: 'tier', who: 1, to: 'manager' },
      { does: 'tag', who: 2, tags: ['night'] },
      { does: 'hired on', who: 3, day: '2026-02-28' },
      { does: 'leave', who: 4 },
    ];
    const states = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        delivery,
        async (steps, { at }) => {
          const world = new World();
          await world.begin();
          for (const who of [0, 1, 2, 3, 4]) await world.happen({ does: 'hire', who });
          await app.drainJobs();
          for (const rule of [0, 1, 2, 3]) await world.happen({ does: 'make', rule });
          await app.drainJobs();
          for (const [n, step] of steps.entries()) {
            await world.happen(step);
            if (at[n]) await app.drainJobs();
          }
          await app.drainJobs();
          states.add(JSON.stringify(await world.state()));
          await world.end();
        },
      ),
      { numRuns: 20 },
    );
    expect(states.size).toBe(1);
  }, 120_000);
});

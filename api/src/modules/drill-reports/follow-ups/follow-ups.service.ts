import { Injectable } from '@nestjs/common';
import type { FollowUp, Locale, ScenarioDocument, Text } from '@readyroom/contract';
import { textIn } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { addDays, Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import { takeTurn } from '../../../platform/database/turns.js';
import { AudienceRules } from '../../audience-rules/index.js';
import { DrillAccess, RunScenarios, visibleRun } from '../../drill-runs/index.js';
import { Enrolments } from '../../learning/index.js';
import { organisationDay } from '../../standings/index.js';
import type { Analysed } from '../analysis/analyses.js';
import type { RunRecord } from '../analysis/run-record.js';
import { FollowUpNotFound, FollowUpUndone } from '../drill-report.errors.js';
import { PEOPLE, readFollowUps } from './follow-ups.sql.js';
import { weakCourses, type WeakCourse } from './weak-objectives.js';

const DUE_DAYS = 14;

interface Concerned {
  personId: string;
  outcome: FollowUp['people'][number]['outcome'];
  /** Whether whoever made the run may assign courses to them. */
  reached: boolean;
}

/** What was weak in a run becomes training: the matching course for whoever held the seats, once, and with the reason. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: AudienceRules,
    private readonly scenarios: RunScenarios,
    private readonly access: DrillAccess,
    private readonly enrolments: Enrolments,
  ) {}

  /** Repeating it changes nothing: one follow-up a run and course, whatever became of it since. */
  async follow({ run, analysis }: Analysed): Promise<void> {
    const scenario = await this.scenarios.document(this.database, run.scenarioVersionId);
    for (const weak of weakCourses(analysis.score, scenario))
      await this.database.transaction((tx) => this.assign(tx, run, scenario, weak));
  }

  private async assign(tx: Tx, run: RunRecord, scenario: ScenarioDocument, weak: WeakCourse): Promise<void> {
    await takeTurn(tx, 'staff');
    const [course] = await tx.query<{ id: string }>(
      'SELECT id FROM course WHERE slug = $1 AND published_version_id IS NOT NULL',
      [weak.course],
    );
    if (!course) return;
    const people = await tx.query<Concerned>(PEOPLE, [
      run.id,
      weak.seats,
      course.id,
      run.endedAt,
      run.createdBy,
    ]);
    if (people.length === 0) return;
    const { today, now } = await organisationDay(tx, this.clock);
    const dueOn = addDays(today, DUE_DAYS);
    const [made] = await tx.query<{ id: string }>(
      `INSERT INTO drill_follow_up (run_id, course_id, objectives, due_on, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (run_id, course_id) DO NOTHING RETURNING id`,
      [run.id, course.id, JSON.stringify(weak.objectives), dueOn, now],
    );
    if (!made) return;
    await tx.query(
      `INSERT INTO drill_follow_up_person (run_id, course_id, person_id, outcome)
       SELECT $1, $2, p.id, p.outcome FROM unnest($3::uuid[], $4::text[]) AS p (id, outcome)`,
      [run.id, course.id, people.map(({ personId }) => personId), people.map(({ outcome }) => outcome)],
    );
    const anew = people.filter(({ outcome }) => outcome === 'assigned' || outcome === 'assigned_again');
    if (anew.length === 0) return;
    // A course completed before the drill is done again: that is what was weak.
    for (const { personId, outcome } of anew)
      if (outcome === 'assigned_again') await this.enrolments.reopen(tx, personId, course.id);
    const rule = await this.rules.create(
      {
        personId: run.createdBy,
        scopeDepartmentId: anew.every(({ reached }) => reached) ? await this.scopeOf(tx, run) : null,
      },
      {
        name: await this.nameOf(tx, run, scenario),
        note: reasonOf(scenario, weak),
        courseIds: [course.id],
        programId: null,
        audience: {
          everybody: false,
          tiers: [],
          departmentIds: [],
          personIds: anew.map(({ personId }) => personId),
          condition: null,
        },
        dueOn,
        dueAfter: null,
        joinersDueDays: DUE_DAYS,
      },
      tx,
    );
    await tx.query('UPDATE drill_follow_up SET rule_id = $2 WHERE id = $1', [made.id, rule.id]);
  }

  /** Of one run; the caller has checked that it may be looked at. */
  list(runId: string): Promise<FollowUp[]> {
    return readFollowUps(this.database, { runId });
  }

  /** Takes the assignments back that are not completed. @throws FollowUpNotFound, RoleForbids, FollowUpUndone */
  async undo(actor: Actor, id: string): Promise<FollowUp> {
    await this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      const [row] = await tx.query<{
        runId: string;
        ruleId: string | null;
        undone: boolean;
        withdrawn: boolean;
      }>(
        `SELECT f.run_id AS "runId", f.rule_id AS "ruleId", f.undone_at IS NOT NULL AS undone,
           EXISTS (SELECT 1 FROM audience_rule a WHERE a.id = f.rule_id AND a.withdrawn_at IS NOT NULL) AS withdrawn
         FROM drill_follow_up f JOIN drill_run r ON r.id = f.run_id
         WHERE f.id = $4 AND ${visibleRun('$1', '$2', '$3')} FOR UPDATE OF f`,
        [actor.personId, actor.scopeDepartmentId, actor.permissions.has('drill.read'), id],
      );
      if (!row) throw new FollowUpNotFound();
      await this.access.mustDirect(actor, row.runId, tx);
      if (row.undone) throw new FollowUpUndone();
      // Whoever leads the run may take back what followed from it, wherever its people are.
      if (row.ruleId && !row.withdrawn)
        await this.rules.withdraw({ personId: actor.personId, scopeDepartmentId: null }, row.ruleId, tx);
      const again = await tx.query<{ personId: string; courseId: string }>(
        `SELECT person_id AS "personId", course_id AS "courseId" FROM drill_follow_up_person
         WHERE (run_id, course_id) = (SELECT run_id, course_id FROM drill_follow_up WHERE id = $1) AND outcome = 'assigned_again'
         ORDER BY 1`,
        [id],
      );
      for (const { personId, courseId } of again) await this.enrolments.foldBack(tx, personId, courseId);
      await tx.query('UPDATE drill_follow_up SET undone_at = $2, undone_by = $3 WHERE id = $1', [
        id,
        this.clock.now(),
        actor.personId,
      ]);
    });
    const [undone] = await readFollowUps(this.database, { id });
    return undone!;
  }

  private async scopeOf(tx: Tx, { createdBy }: RunRecord): Promise<string | null> {
    const [row] = await tx.query<{ scope: string | null }>(
      'SELECT scope_department_id AS scope FROM person WHERE id = $1',
      [createdBy],
    );
    return row!.scope;
  }

  private async nameOf(tx: Tx, run: RunRecord, { title }: ScenarioDocument): Promise<string> {
    const [row] = await tx.query<{ locale: Locale }>('SELECT locale FROM person WHERE id = $1', [
      run.createdBy,
    ]);
    const drill: Text = run.title === null ? title : { zh: run.title, en: run.title };
    const name = { zh: `演练后培训：${drill.zh}`, en: `After the drill: ${drill.en}` };
    return textIn(name, row!.locale).slice(0, 120);
  }
}

/** In both languages: whoever reads the rule may read the other one. */
function reasonOf(scenario: ScenarioDocument, { objectives }: WeakCourse): string {
  const titles = objectives.map(({ key }) => scenario.objectives.find((one) => one.key === key)!.title);
  const zh = titles.map((title) => `“${title.zh}”`).join('、');
  const en = titles.map((title) => `“${title.en}”`).join(', ');
  return `演练目标${zh}表现偏弱。Weak in the drill: ${en}.`.slice(0, 500);
}

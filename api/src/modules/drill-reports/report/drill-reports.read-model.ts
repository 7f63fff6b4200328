import { Injectable } from '@nestjs/common';
import type { DrillReport, MyDrillReport, ScenarioDocument, Text, TimelineItem } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Database } from '../../../platform/database/database.js';
import { DrillAccess, DrillRunsReadModel, RunScenarios } from '../../drill-runs/index.js';
import { ImprovementActionsReadModel } from '../actions/improvement-actions.read-model.js';
import { Analyses } from '../analysis/analyses.js';
import type { Told } from '../analysis/analysis.js';
import { FollowUps } from '../follow-ups/follow-ups.service.js';
import { HotWashes } from '../hot-wash/hot-wash.service.js';
import { DRILL_MARK } from '../words.js';
import { certificateOf } from './certificate.js';
import { earlierRuns } from './earlier-runs.js';
import { HONESTY } from './honesty.js';
import { meaningsOf } from './metric-meanings.js';
import { partsOf } from './metric-parts.js';

/** Reports as they are read: what follows from the log, and what people have added since. */
@Injectable()
export class DrillReportsReadModel {
  constructor(
    private readonly database: Database,
    private readonly runs: DrillRunsReadModel,
    private readonly access: DrillAccess,
    private readonly scenarios: RunScenarios,
    private readonly analyses: Analyses,
    private readonly hotWashes: HotWashes,
    private readonly followUps: FollowUps,
    private readonly actions: ImprovementActionsReadModel,
  ) {}

  /** @throws DrillNotFound, DrillReportNotOver, EngineChanged */
  async report(actor: Actor, runId: string): Promise<DrillReport> {
    const { participants, ...detail } = await this.runs.detail(actor, runId);
    const analysed = await this.analyses.of(runId);
    const { run, analysis } = analysed;
    const scenario = await this.scenarios.document(this.database, run.scenarioVersionId);
    const organisation = await this.organisation();
    const followUps = await this.followUps.list(runId);
    const actions = await this.actions.ofRun(runId);
    return {
      mark: DRILL_MARK,
      run: detail,
      organisation: organisation.name,
      timeZone: organisation.timeZone,
      closedAt: await this.closedAt(runId),
      cast: await this.cast(
        runId,
        scenario,
        analysis.score.seats.map(({ seat }) => seat),
      ),
      staff: participants
        .filter(({ role }) => role !== 'player')
        .map(({ role, person: { id, name } }) => ({ role, person: { id, name } })),
      score: analysis.score,
      meanings: meaningsOf(analysis.score),
      parts: partsOf(analysis.score, scenario),
      timeline: analysis.timeline.map(shown),
      feedback: analysis.feedback,
      whatIf: [...analysis.whatIf],
      earlier: await earlierRuns(this.database, actor, run),
      hotWash: await this.hotWashes.shown(this.database, runId),
      photos: await this.photos(runId),
      followUps: followUps
        .filter(({ undoneAt }) => undoneAt === null)
        .map(({ course, people }) => ({ courseId: course.id, title: course.title, people: people.length })),
      actions: actions.map(({ id, what, owner, dueOn, status }) => ({ id, what, owner, dueOn, status })),
      certificate: certificateOf(analysed, scenario.slug),
      honesty: [...HONESTY],
    };
  }

  /** For those who took part. @throws DrillNotFound, DrillReportNotOver, EngineChanged */
  async mine(actor: Actor, runId: string): Promise<MyDrillReport> {
    const { seat } = await this.access.participant(actor, runId);
    const { run, analysis } = await this.analyses.of(runId);
    const { score } = analysis;
    const me = score.seats.find((one) => one.seat === seat);
    const mine = { metrics: score.metrics, seats: me ? [me] : [] };
    const courses = await this.courses(score.objectives.map(({ course }) => course));
    return {
      mark: DRILL_MARK,
      run: await this.runs.run(runId),
      closedAt: await this.closedAt(runId),
      metrics: score.metrics,
      objectives: score.objectives.map(({ objective, title, suggestion, final, weak, course }) => ({
        objective,
        title,
        suggestion,
        final,
        weak,
        course: courses.get(course) ?? null,
      })),
      me: me ? { seat: me.seat, title: me.title, metrics: me.metrics, objectives: me.objectives } : null,
      meanings: meaningsOf(mine),
      parts: partsOf(mine, await this.scenarios.document(this.database, run.scenarioVersionId)),
      timeline: analysis.timeline
        .filter(({ audience, by }) => audience === 'all' || (seat !== null && isFor(audience, by, seat)))
        .map(shown),
      feedback: analysis.feedback,
      whatIf: [...analysis.whatIf],
      honesty: [...HONESTY],
    };
  }

  private async organisation(): Promise<{ name: string; timeZone: string }> {
    const [row] = await this.database.query<{ name: string; timeZone: string }>(
      'SELECT name, time_zone AS "timeZone" FROM organisation',
    );
    return row!;
  }

  private async photos(runId: string): Promise<number> {
    const [row] = await this.database.query<{ taken: number }>(
      'SELECT count(*)::int AS taken FROM drill_photo WHERE run_id = $1',
      [runId],
    );
    return row!.taken;
  }

  private async closedAt(runId: string): Promise<string | null> {
    const [row] = await this.database.query<{ at: Date }>(
      'SELECT closed_at AS at FROM drill_report_closing WHERE run_id = $1',
      [runId],
    );
    return row?.at.toISOString() ?? null;
  }

  private async cast(
    runId: string,
    { seats }: ScenarioDocument,
    played: readonly string[],
  ): Promise<DrillReport['cast']> {
    const holders = await this.database.query<{ seat: string; id: string; name: string }>(
      `SELECT h.seat, p.id, p.name FROM drill_holder h JOIN person p ON p.id = h.person_id
       WHERE h.run_id = $1 ORDER BY p.name, p.id`,
      [runId],
    );
    return seats.map(({ key, title, tier }) => ({
      seat: key,
      title,
      tier,
      played: played.includes(key),
      people: holders.filter(({ seat }) => seat === key).map(({ id, name }) => ({ id, name })),
    }));
  }

  private async courses(slugs: readonly string[]): Promise<Map<string, { id: string; title: Text }>> {
    const rows = await this.database.query<{ slug: string; id: string; title: Text }>(
      `SELECT c.slug, c.id, v.title FROM course c JOIN course_version v ON v.id = c.published_version_id
       WHERE c.slug = ANY($1)`,
      [slugs],
    );
    return new Map(rows.map(({ slug, id, title }) => [slug, { id, title }]));
  }
}

const isFor = (audience: Told['audience'], by: string | null, seat: string): boolean =>
  by === seat || (Array.isArray(audience) && audience.includes(seat));

const shown = ({ at, seq, kind, by, what }: Told): TimelineItem => ({ at, seq, kind, by, what });

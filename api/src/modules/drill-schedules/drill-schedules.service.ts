import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  CreateDrillScheduleBody,
  DrillScheduleDetail,
  DrillSchedulePreview,
  PreviewDrillScheduleBody,
  RetriedLetters,
  ScenarioDocument,
  UpdateDrillOccurrenceBody,
  UpdateDrillScheduleBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql, type Tx } from '../../platform/database/database.js';
import { RunScenarios } from '../drill-runs/index.js';
import { organisationDay } from '../standings/index.js';
import {
  NoDate,
  OccurrenceInPast,
  OccurrenceNotFound,
  OccurrenceNotPlanned,
  RuleInvalid,
  ScenarioNotFound,
  ScheduleCancelled,
  ScheduleNotFound,
} from './drill-schedule.errors.js';
import { DrillSchedulesReadModel } from './drill-schedules.read-model.js';
import { Invitations } from './invitations/invitations.js';
import { OccurrenceBook } from './plan/occurrence-book.js';
import { occurrencesBetween, type PlanRule } from './plan/occurrences.js';
import { normalRule, RuleFault } from './plan/recurrence-rule.js';
import { ScheduleCast } from './plan/schedule-cast.js';
import { insertSchedule, updateSchedule } from './drill-schedules.repository.js';
import { FAR_MS, lockSchedule, type ScheduleRow } from './schedule-row.js';

type Author = Pick<Actor, 'personId' | 'scopeDepartmentId'>;
const PREVIEWED = 10;
const TIMING = ['startsAt', 'rrule', 'timeZone', 'hours', 'blackout', 'noNoticeDays'] as const;

/** Planning drills. What changes is told to those invited, in the same transaction. */
@Injectable()
export class DrillSchedules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: RunScenarios,
    private readonly casting: ScheduleCast,
    private readonly book: OccurrenceBook,
    private readonly invitations: Invitations,
    private readonly schedules: DrillSchedulesReadModel,
  ) {}

  /** The next moments of a rule, before anything is written. @throws RuleInvalid */
  async preview(body: z.infer<typeof PreviewDrillScheduleBody>): Promise<DrillSchedulePreview> {
    const rule = { ...body, ...(await this.normal(this.database, body)) };
    const now = this.clock.now();
    const items = occurrencesBetween(rule, now, new Date(now.getTime() + FAR_MS), PREVIEWED);
    return {
      timeZone: rule.timeZone,
      rrule: rule.rrule,
      items: items.map(({ recurrenceId, plannedAt, moved }) => ({
        recurrenceId,
        plannedAt: plannedAt.toISOString(),
        moved,
      })),
    };
  }

  /** @throws ScenarioNotFound, RuleInvalid, NoDate, CastInvalid, PersonNotFound, DepartmentNotFound */
  async create(actor: Author, body: z.infer<typeof CreateDrillScheduleBody>): Promise<DrillScheduleDetail> {
    const now = this.clock.now();
    const id = await this.database.transaction(async (tx) => {
      const document = await this.document(tx, body.scenarioId);
      await this.casting.check(tx, actor, document, body.cast);
      const row = await insertSchedule(
        tx,
        {
          ...body,
          ...(await this.normal(tx, body)),
          seed: body.seed ?? randomInt(2 ** 32),
          createdBy: actor.personId,
        },
        now,
      );
      if ((await this.book.replan(tx, row, document, now, { timing: true, cast: true })) === 0)
        throw new NoDate();
      await this.invitations.settle(tx, row.id);
      return row.id;
    });
    return this.schedules.detail(actor, id);
  }

  /** @throws ScheduleNotFound, ScheduleCancelled and as create */
  async update(
    actor: Author,
    id: string,
    body: z.infer<typeof UpdateDrillScheduleBody>,
  ): Promise<DrillScheduleDetail> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const before = await this.open(tx, actor, id);
      const document = await this.document(tx, before.scenarioId);
      if (body.cast) await this.casting.check(tx, actor, document, body.cast);
      const { from, ...changes } = body;
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const merged: ScheduleRow = { ...before, ...given, keepBefore: from ?? before.keepBefore };
      const row = { ...merged, ...(await this.normal(tx, merged)) };
      await updateSchedule(tx, row, now);
      const changed = {
        timing: TIMING.some((field) => body[field] !== undefined),
        cast: body.cast !== undefined,
      };
      if ((await this.book.replan(tx, row, document, now, changed)) === 0) throw new NoDate();
      await this.invitations.settle(tx, id);
    });
    return this.schedules.detail(actor, id);
  }

  /** Runs that are open go on; everything that is still planned is called off. */
  async cancel(actor: Author, id: string): Promise<DrillScheduleDetail> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.open(tx, actor, id);
      await tx.query('UPDATE drill_schedule SET cancelled_at = $2, updated_at = $2 WHERE id = $1', [id, now]);
      const rows = await tx.query<{ id: string }>(
        `SELECT id FROM drill_occurrence WHERE schedule_id = $1 AND state = 'planned' FOR UPDATE`,
        [id],
      );
      for (const row of rows) await this.book.cancel(tx, row.id, now);
      await this.invitations.settle(tx, id);
    });
    return this.schedules.detail(actor, id);
  }

  /** @throws ScheduleNotFound, OccurrenceNotFound, OccurrenceNotPlanned, OccurrenceInPast and as create for the cast */
  async updateOccurrence(
    actor: Author,
    ids: { schedule: string; occurrence: string },
    body: z.infer<typeof UpdateDrillOccurrenceBody>,
  ): Promise<DrillScheduleDetail> {
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      const schedule = await this.open(tx, actor, ids.schedule);
      const row = await planned(tx, ids);
      const plannedAt = body.plannedAt ? new Date(body.plannedAt) : row.plannedAt;
      if (body.plannedAt && plannedAt <= now) throw new OccurrenceInPast();
      await this.book.change(
        tx,
        row.id,
        { plannedAt, title: body.title ?? row.title, moved: body.plannedAt ? 'by_hand' : row.moved },
        schedule,
        now,
      );
      if (body.cast) {
        await this.casting.check(tx, actor, await this.document(tx, schedule.scenarioId), body.cast);
        const cast = await this.casting.resolve(tx, body.cast, schedule.createdBy);
        await this.casting.write(tx, row.id, cast, now);
      }
      await this.invitations.settle(tx, ids.schedule);
    });
    return this.schedules.detail(actor, ids.schedule);
  }

  async cancelOccurrence(
    actor: Author,
    ids: { schedule: string; occurrence: string },
  ): Promise<DrillScheduleDetail> {
    await this.database.transaction(async (tx) => {
      await this.open(tx, actor, ids.schedule);
      await this.book.cancel(tx, (await planned(tx, ids)).id, this.clock.now());
      await this.invitations.settle(tx, ids.schedule);
    });
    return this.schedules.detail(actor, ids.schedule);
  }

  /** Also of a cancelled schedule: people who were not reached still expect it. @throws ScheduleNotFound */
  async retryLetters(actor: Author, id: string): Promise<RetriedLetters> {
    return this.database.transaction(async (tx) => {
      if (!(await lockSchedule(tx, id, actor))) throw new ScheduleNotFound();
      return this.invitations.retry(tx, id);
    });
  }

  private async open(tx: Tx, actor: Author, id: string): Promise<ScheduleRow> {
    const row = await lockSchedule(tx, id, actor);
    if (!row) throw new ScheduleNotFound();
    if (row.cancelledAt) throw new ScheduleCancelled();
    return row;
  }

  private async document(tx: Tx, scenarioId: string): Promise<ScenarioDocument> {
    const versionId = await this.scenarios.published(tx, scenarioId);
    if (!versionId) throw new ScenarioNotFound();
    return this.scenarios.document(tx, versionId);
  }

  private async normal(
    sql: Sql,
    rule: { rrule: string | null; timeZone?: string | undefined },
  ): Promise<Pick<PlanRule, 'rrule' | 'timeZone'>> {
    const timeZone = rule.timeZone ?? (await organisationDay(sql, this.clock)).timeZone;
    try {
      return { timeZone, rrule: rule.rrule === null ? null : normalRule(rule.rrule) };
    } catch (error) {
      if (error instanceof RuleFault) throw new RuleInvalid(error.message);
      throw error;
    }
  }
}

interface Planned {
  id: string;
  state: string;
  plannedAt: Date;
  title: string;
  moved: string | null;
}

async function planned(tx: Tx, ids: { schedule: string; occurrence: string }): Promise<Planned> {
  const [row] = await tx.query<Planned>(
    `SELECT id, state, planned_at AS "plannedAt", title, moved FROM drill_occurrence
     WHERE id = $1 AND schedule_id = $2 FOR UPDATE`,
    [ids.occurrence, ids.schedule],
  );
  if (!row) throw new OccurrenceNotFound();
  if (row.state !== 'planned') throw new OccurrenceNotPlanned();
  return row;
}

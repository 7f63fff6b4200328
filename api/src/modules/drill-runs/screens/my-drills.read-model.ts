import { Injectable } from '@nestjs/common';
import type { MyDrills, ParticipantRole, RunStatus, ScenarioDocument, Text } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { isOver } from '../host/drill-clock.js';
import { RunScenarios } from '../host/run-scenarios.js';

/** The lobby of a planned run opens this long before. */
const LOBBY_OPENS_MS = 30 * 60_000;
const PAST_SHOWN = 50;

interface CardRow {
  runId: string;
  versionId: string;
  title: string | null;
  mode: 'live' | 'solo';
  status: RunStatus;
  plannedFor: Date | null;
  role: ParticipantRole;
  seat: string | null;
  endedAt: Date | null;
}

/** What one person has to do with drills. */
@Injectable()
export class MyDrillsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scenarios: RunScenarios,
  ) {}

  async of(actor: Actor): Promise<MyDrills> {
    const rows = await this.database.query<CardRow>(CARDS, [actor.personId, PAST_SHOWN]);
    const soon = new Date(this.clock.now().getTime() + LOBBY_OPENS_MS);
    const later = ({ status, plannedFor }: CardRow) =>
      status === 'lobby' && plannedFor !== null && plannedFor > soon;
    const open = rows.filter(({ status }) => !isOver(status));
    return {
      now: await this.cards(open.filter((row) => !later(row))),
      upcoming: await this.cards(open.filter(later)),
      past: await this.cards(rows.filter(({ status }) => isOver(status))),
      solo: await this.solo(actor),
    };
  }

  /** One after the other: the first of a scenario reads it, the others find it in memory. */
  private async cards(rows: readonly CardRow[]): Promise<MyDrills['now']> {
    const cards: MyDrills['now'] = [];
    for (const row of rows)
      cards.push(card(row, await this.scenarios.document(this.database, row.versionId)));
    return cards;
  }

  private async solo(actor: Actor): Promise<MyDrills['solo']> {
    const rows = await this.database.query<{ scenarioId: string; versionId: string; played: number }>(SOLO, [
      actor.personId,
    ]);
    const offers: MyDrills['solo'] = [];
    for (const { scenarioId, versionId, played } of rows) {
      const document = await this.scenarios.document(this.database, versionId);
      const { title, summary, crisisType, solo } = document;
      offers.push({
        scenarioId,
        title,
        summary,
        crisisType,
        seat: seatTitle(document, solo.seats[actor.tier]),
        minutes: Math.round(solo.durationMinutes / solo.rate),
        played,
      });
    }
    return offers;
  }
}

const card = (row: CardRow, document: ScenarioDocument): MyDrills['now'][number] => ({
  runId: row.runId,
  title: row.title === null ? document.title : { zh: row.title, en: row.title },
  mode: row.mode,
  status: row.status,
  plannedFor: row.plannedFor?.toISOString() ?? null,
  role: row.role,
  seat: row.seat === null ? null : seatTitle(document, row.seat),
  endedAt: row.endedAt?.toISOString() ?? null,
});

const seatTitle = ({ seats }: ScenarioDocument, seat: string): Text =>
  seats.find(({ key }) => key === seat)!.title;

const CARDS = `
  SELECT * FROM (
    SELECT r.id AS "runId", r.scenario_version_id AS "versionId", r.title, r.mode, r.status,
      r.planned_for AS "plannedFor", p.role, p.seat, r.ended_at AS "endedAt",
      row_number() OVER (PARTITION BY r.ended_at IS NULL ORDER BY r.ended_at DESC) AS place
    FROM drill_participant p JOIN drill_run r ON r.id = p.run_id
    WHERE p.person_id = $1 AND p.removed_at IS NULL) mine
  WHERE "endedAt" IS NULL OR place <= $2
  ORDER BY "endedAt" DESC NULLS FIRST, "plannedFor" NULLS FIRST, "runId"`;

const SOLO = `
  SELECT s.id AS "scenarioId", s.published_version_id AS "versionId",
    (SELECT count(*) FROM drill_run r JOIN scenario_version rv ON rv.id = r.scenario_version_id
     WHERE r.created_by = $1 AND r.mode = 'solo' AND r.status = 'ended' AND rv.scenario_id = s.id) AS played
  FROM scenario s WHERE s.published_version_id IS NOT NULL ORDER BY s.slug`;

import { Injectable } from '@nestjs/common';
import type { MyDrills, ParticipantRole, RunStatus, Text } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { isOver } from '../host/drill-clock.js';

/** The lobby of a planned run opens this long before. */
const LOBBY_OPENS_MS = 30 * 60_000;
const PAST_SHOWN = 50;

interface CardRow {
  runId: string;
  title: string | null;
  scenarioTitle: Text;
  mode: 'live' | 'solo';
  status: RunStatus;
  plannedFor: Date | null;
  role: ParticipantRole;
  seat: Text | null;
  endedAt: Date | null;
}

/** What one person has to do with drills. */
@Injectable()
export class MyDrillsReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<MyDrills> {
    const rows = await this.database.query<CardRow>(CARDS, [actor.personId, PAST_SHOWN]);
    const solo = await this.database.query<MyDrills['solo'][number]>(SOLO, [actor.personId, actor.tier]);
    const soon = new Date(this.clock.now().getTime() + LOBBY_OPENS_MS);
    const later = ({ status, plannedFor }: CardRow) =>
      status === 'lobby' && plannedFor !== null && plannedFor > soon;
    const open = rows.filter(({ status }) => !isOver(status));
    return {
      now: open.filter((row) => !later(row)).map(card),
      upcoming: open.filter(later).map(card),
      past: rows.filter(({ status }) => isOver(status)).map(card),
      solo,
    };
  }
}

const card = (row: CardRow): MyDrills['now'][number] => ({
  runId: row.runId,
  title: row.title === null ? row.scenarioTitle : { zh: row.title, en: row.title },
  mode: row.mode,
  status: row.status,
  plannedFor: row.plannedFor?.toISOString() ?? null,
  role: row.role,
  seat: row.seat,
  endedAt: row.endedAt?.toISOString() ?? null,
});

/** The title of a seat in the document `v`. */
const seatTitle = (seat: string): string =>
  `(SELECT one->'title' FROM jsonb_array_elements(v.document->'seats') one WHERE one->>'key' = ${seat})`;

const CARDS = `
  SELECT * FROM (
    SELECT r.id AS "runId", r.title, v.document->'title' AS "scenarioTitle", r.mode, r.status, r.planned_for AS "plannedFor",
      p.role, ${seatTitle('p.seat')} AS seat, r.ended_at AS "endedAt",
      row_number() OVER (PARTITION BY r.ended_at IS NULL ORDER BY r.ended_at DESC) AS place
    FROM drill_participant p JOIN drill_run r ON r.id = p.run_id JOIN scenario_version v ON v.id = r.scenario_version_id
    WHERE p.person_id = $1 AND p.removed_at IS NULL) mine
  WHERE "endedAt" IS NULL OR place <= $2
  ORDER BY "endedAt" DESC NULLS FIRST, "plannedFor" NULLS FIRST, "runId"`;

const SOLO = `
  SELECT s.id AS "scenarioId", v.document->'title' AS title, v.document->'summary' AS summary,
    v.document->>'crisisType' AS "crisisType", ${seatTitle(`(v.document->'solo'->'seats'->>$2::text)`)} AS seat,
    round((v.document->'solo'->>'durationMinutes')::numeric / (v.document->'solo'->>'rate')::numeric)::int AS minutes,
    (SELECT count(*) FROM drill_run r JOIN scenario_version rv ON rv.id = r.scenario_version_id
     WHERE r.created_by = $1 AND r.mode = 'solo' AND r.status = 'ended' AND rv.scenario_id = s.id) AS played
  FROM scenario s JOIN scenario_version v ON v.id = s.published_version_id
  ORDER BY s.slug`;

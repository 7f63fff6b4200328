import type { LogEntry } from '@readyroom/contract';
import type { Tx } from '../../../platform/database/database.js';
import type { EmittedEvent } from '../../../engine/index.js';
import type { Earlier, LoggedEntry } from './arrival.js';
import type { RunClock } from './drill-clock.js';

/** What the host reads of a run, and what it writes back. */
export interface RunRow extends RunClock {
  readonly id: string;
  readonly scenarioVersionId: string;
  readonly seed: number;
  readonly mode: 'live' | 'solo';
  /** Secret of the names that players see. */
  readonly veil: string;
  /** That the log was played with; until a run begins it means nothing. */
  engineVersion: string;
  played: string[];
  lastSeq: number;
  lastEventId: number;
  startedAt: Date | null;
  endedAt: Date | null;
  finalHash: string | null;
}

export const CLOCK_COLUMNS = `r.status, r.base_at AS "baseAt", r.base_wall AS "baseWall", r.rate, r.ends_at AS "endsAt",
  r.ticked_to AS "tickedTo", r.seen_at AS "seenAt"`;

/** Takes the run for this transaction: everything that happens in it waits for its turn here. */
export async function lockRun(tx: Tx, id: string): Promise<RunRow | null> {
  const [row] = await tx.prepared<RunRow>(
    'drill_run_lock',
    `SELECT r.id, r.scenario_version_id AS "scenarioVersionId", r.seed, r.mode, r.veil, r.played, r.last_seq AS "lastSeq",
       r.last_event_id AS "lastEventId", r.started_at AS "startedAt", r.ended_at AS "endedAt",
       r.final_hash AS "finalHash", r.engine_version AS "engineVersion", ${CLOCK_COLUMNS}
     FROM drill_run r WHERE r.id = $1 FOR UPDATE`,
    [id],
  );
  return row ?? null;
}

/** Lines of the log after a sequence number. */
export const logAfter = (
  tx: Tx,
  id: string,
  seq: number,
): Promise<{ entry: LogEntry; sender: string | null }[]> =>
  tx.prepared(
    'drill_log_after',
    "SELECT json_build_object('seq', seq, 'at', at, 'by', by, 'action', action) AS entry, participant_id AS sender FROM drill_log WHERE run_id = $1 AND seq > $2 ORDER BY seq",
    [id, seq],
  );

/** Requests that are in the log already, by the names their senders gave them. */
export async function earlier(
  tx: Tx,
  id: string,
  clientIds: readonly string[],
): Promise<Map<string, Earlier>> {
  if (clientIds.length === 0) return new Map();
  const rows = await tx.prepared<Earlier>(
    'drill_log_earlier',
    `SELECT l.client_id AS "clientId", l.participant_id AS "participantId", l.action,
       json_build_object('seq', l.seq, 'at', l.at, 'refused', l.refused, 'own', (SELECT count(*) FROM drill_log o
         WHERE o.run_id = l.run_id AND o.participant_id = l.participant_id AND o.seq <= l.seq)) AS answer
     FROM drill_log l WHERE l.run_id = $1 AND l.client_id = ANY($2)`,
    [id, clientIds],
  );
  return new Map(rows.map((row) => [row.clientId, row]));
}

/** Seats with a player who has come. */
export async function joinedSeats(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.query<{ seat: string }>(
    `SELECT DISTINCT seat FROM drill_participant
     WHERE run_id = $1 AND role = 'player' AND removed_at IS NULL AND joined_at IS NOT NULL ORDER BY seat`,
    [id],
  );
  return rows.map(({ seat }) => seat);
}

/** Writes log, events and the row in one statement; whoever shows the run is woken when the transaction commits. */
export async function saveRun(
  tx: Tx,
  row: RunRow,
  entries: readonly LoggedEntry[],
  events: readonly EmittedEvent[],
  options: { now: Date; wake: boolean },
): Promise<void> {
  await tx.prepared('drill_run_save', SAVE, [
    row.id,
    JSON.stringify(
      entries.map(({ from, ...entry }) => ({
        ...entry,
        participant_id: from?.participantId ?? null,
        person_id: from?.personId ?? null,
        client_id: from?.clientId ?? null,
      })),
    ),
    JSON.stringify(events),
    options.now,
    row.status,
    row.baseAt,
    row.baseWall,
    row.rate,
    row.tickedTo,
    row.seenAt,
    row.lastSeq,
    row.lastEventId,
    row.played,
    row.startedAt,
    row.endedAt,
    row.finalHash,
    options.wake,
    row.engineVersion,
  ]);
}

const SAVE = `
  WITH log AS (
    INSERT INTO drill_log (run_id, seq, at, by, participant_id, person_id, client_id, action, refused, wall)
    SELECT $1, l.seq, l.at, l.by, l.participant_id, l.person_id, l.client_id, l.action, l.refused, $4
    FROM jsonb_to_recordset($2::jsonb) AS l (seq int, at int, by text, participant_id uuid, person_id uuid,
      client_id uuid, action jsonb, refused text)
  ), event AS (
    INSERT INTO drill_event (run_id, id, at, audience, body)
    SELECT $1, e.id, e.at, e.audience, e.body
    FROM jsonb_to_recordset($3::jsonb) AS e (id int, at int, audience jsonb, body jsonb)
  )
  UPDATE drill_run SET status = $5, base_at = $6, base_wall = $7, rate = $8, ticked_to = $9, seen_at = $10,
    last_seq = $11, last_event_id = $12, played = $13, started_at = $14, ended_at = $15, final_hash = $16,
    engine_version = $18
  WHERE id = $1
  RETURNING CASE WHEN $17::boolean THEN pg_notify('drill_run', id || ' ' || last_event_id) END`;

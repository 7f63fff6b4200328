import { Injectable } from '@nestjs/common';
import type { ParticipantRole } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { CLOCK_COLUMNS } from './host/run-row.js';
import type { RunClock } from './host/drill-clock.js';
import { DrillNotFound, RoleForbids } from './drill-run.errors.js';

export interface RunFacts extends RunClock {
  readonly id: string;
  readonly mode: 'live' | 'solo';
  readonly scenarioVersionId: string;
  readonly createdBy: string;
  readonly played: readonly string[];
}

/** What somebody is in a run. */
export interface Part {
  readonly run: RunFacts;
  readonly personId: string;
  /** Null for somebody who looks in from the console without being in the cast. */
  readonly participantId: string | null;
  readonly role: ParticipantRole;
  readonly seat: string | null;
  readonly ready: boolean;
  readonly joinedAt: Date | null;
  readonly lastSeenAt: Date | null;
}

/**
 * The runs `r` that somebody may look at from the console: their own, those they have a staff role in, and, with
 * `drill.read`, those made within their sub-tree. `person`, `scope` and `all` name the parameters.
 */
export const visibleRun = (person: string, scope: string, all: string): string => `(
  r.created_by = ${person}
  OR EXISTS (SELECT 1 FROM drill_participant vp WHERE vp.run_id = r.id AND vp.person_id = ${person}
    AND vp.removed_at IS NULL AND vp.role <> 'player')
  OR (${all}::boolean AND ${withinScope(scope)}))`;

/** The runs `r` whose cast somebody with `drill.run` may change: to look on is not enough. */
const directedRun = (person: string, scope: string): string => `(
  r.created_by = ${person}
  OR EXISTS (SELECT 1 FROM drill_participant vp WHERE vp.run_id = r.id AND vp.person_id = ${person}
    AND vp.removed_at IS NULL AND vp.role = 'controller')
  OR ${withinScope(scope)})`;

const withinScope = (scope: string): string => `(${scope}::uuid IS NULL OR EXISTS (
  SELECT 1 FROM person vc JOIN department vd ON vd.id = vc.department_id
  WHERE vc.id = r.created_by AND vd.lineage @> ARRAY[${scope}::uuid]))`;

type Row = Omit<Part, 'run' | 'personId' | 'role'> & RunFacts & { role: ParticipantRole | null };

/** Who is what in a run; whoever is nothing does not learn that it exists. */
@Injectable()
export class DrillAccess {
  constructor(private readonly database: Database) {}

  /** @throws DrillNotFound */
  async part(actor: Actor, runId: string): Promise<Part> {
    const [row] = await this.database.prepared<Row>('drill_part', PART, [
      runId,
      actor.personId,
      actor.scopeDepartmentId,
      actor.permissions.has('drill.read'),
    ]);
    if (!row) throw new DrillNotFound();
    const { participantId, role, seat, ready, joinedAt, lastSeenAt, ...run } = row;
    return {
      run,
      personId: actor.personId,
      participantId,
      role: role ?? 'observer',
      seat,
      ready: ready ?? false,
      joinedAt,
      lastSeenAt,
    };
  }

  /** Of those who may see the run, lets through whoever may decide who takes part in it. @throws RoleForbids */
  async mustDirect(actor: Actor, runId: string, sql: Sql = this.database): Promise<void> {
    const [row] = await sql.query(
      `SELECT 1 FROM drill_run r WHERE r.id = $3 AND ${directedRun('$1', '$2')}`,
      [actor.personId, actor.scopeDepartmentId, runId],
    );
    if (!row) throw new RoleForbids();
  }

  /** Of those who may see the run, lets through whoever judges it too: its evaluators. @throws RoleForbids */
  async mustJudge(actor: Actor, runId: string): Promise<void> {
    if ((await this.part(actor, runId)).role !== 'evaluator') await this.mustDirect(actor, runId);
  }

  /** As `part`, for those who are in the cast. @throws DrillNotFound */
  async participant(actor: Actor, runId: string): Promise<Part & { participantId: string }> {
    const part = await this.part(actor, runId);
    const { participantId } = part;
    if (!participantId) throw new DrillNotFound();
    return { ...part, participantId };
  }
}

const PART = `
  SELECT r.id, r.mode, r.scenario_version_id AS "scenarioVersionId", r.created_by AS "createdBy", r.played,
    ${CLOCK_COLUMNS}, p.id AS "participantId", p.role, p.seat, p.ready, p.joined_at AS "joinedAt",
    p.last_seen_at AS "lastSeenAt"
  FROM drill_run r
  LEFT JOIN drill_participant p ON p.run_id = r.id AND p.person_id = $2 AND p.removed_at IS NULL
  WHERE r.id = $1 AND (p.id IS NOT NULL OR ${visibleRun('$2', '$3', '$4')})`;

import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { DrillWallLink } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Throttle } from '../auth/index.js';
import { DrillAccess } from '../drill-runs/index.js';
import { WallNotFound } from './drill-wall.errors.js';

/** For so long after the end a wall can still be looked at. */
const OPEN_AFTER_END_MS = 86_400_000;

/** Links that open the wall of a run, and nothing else, on a screen where nobody is signed in. */
@Injectable()
export class WallLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly access: DrillAccess,
  ) {}

  /** A new link; the former one works no more. Only its hash is kept. @throws DrillNotFound, RoleForbids */
  async make(actor: Actor, runId: string): Promise<DrillWallLink> {
    await this.mayGive(actor, runId);
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `INSERT INTO drill_wall_link (run_id, token_hash, created_at, created_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (run_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at,
         created_by = excluded.created_by`,
      [runId, hashOf(token), this.clock.now(), actor.personId],
    );
    // What comes after # is sent to no server and stands in no log.
    return { url: `${this.config.PUBLIC_URL}/admin/wall#${token}` };
  }

  /** @throws DrillNotFound, RoleForbids */
  async withdraw(actor: Actor, runId: string): Promise<void> {
    await this.mayGive(actor, runId);
    await this.database.query('DELETE FROM drill_wall_link WHERE run_id = $1', [runId]);
  }

  /** The run that a link opens. Whoever guesses is held up, and no screen that has a good one. @throws WallNotFound, Throttled */
  async open(token: string, address: string): Promise<string> {
    const [link] = await this.database.prepared<{ runId: string }>(
      'drill_wall_open',
      `SELECT l.run_id AS "runId" FROM drill_wall_link l JOIN drill_run r ON r.id = l.run_id
       WHERE l.token_hash = $1 AND (r.ended_at IS NULL OR r.ended_at > $2)`,
      [hashOf(token), new Date(this.clock.now().getTime() - OPEN_AFTER_END_MS)],
    );
    if (link) return link.runId;
    const key = ['link', `wall ${address}`] as const;
    await this.throttle.check([[...key]]);
    await this.throttle.failed([[...key]]);
    throw new WallNotFound();
  }

  private async mayGive(actor: Actor, runId: string): Promise<void> {
    await this.access.part(actor, runId);
    await this.access.mustDirect(actor, runId);
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

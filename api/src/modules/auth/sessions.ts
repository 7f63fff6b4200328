import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccessRole, Locale, Tier } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { permissionsOf } from '../../platform/access/permissions.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { SESSION_ACTOR, SESSION_OPEN } from './auth.sql.js';

export const SESSION_COOKIE = 'readyroom_session';
const DAY = 86_400_000;
/** A session ends so long after its start, whatever happens. */
export const SESSION_MAX_MS = 30 * DAY;
/** People with other people's data in reach are signed out sooner when they do nothing. */
const IDLE_MS = { staff: 12 * 3_600_000, learner: 14 * DAY };
const SEEN_EVERY_MS = 5 * 60_000;
/** How long a change elsewhere (a role taken away, a person disabled) may go unnoticed by this process. */
const CACHE_MS = 800;
const CACHE_MAX = 20_000;

interface Row {
  session_id: string;
  person_id: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  by_link: boolean;
  roles: AccessRole[];
  tier: Tier;
  locale: Locale;
  department_id: string;
  scope_department_id: string | null;
  temporary: boolean | null;
  unread_notice: boolean;
}

const digest = (token: string) => createHash('sha256').update(token).digest();

/** Server-side sessions: the cookie holds a random token, the table its hash. */
@Injectable()
export class Sessions {
  private readonly cache = new Map<string, { actor: Actor; until: number }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns the token for the cookie. */
  async open(sql: Sql, personId: string, byLink = false): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await sql.prepared(SESSION_OPEN.name, SESSION_OPEN.text, [
      digest(token),
      personId,
      now,
      new Date(now.getTime() + SESSION_MAX_MS),
      byLink,
    ]);
    return token;
  }

  /** The actor behind a token, or null when there is no such session any more. */
  async actorOf(token: string): Promise<Actor | null> {
    const known = this.cache.get(token);
    if (known && known.until > performance.now()) return known.actor;
    this.cache.delete(token);
    const now = this.clock.now();
    const [row] = await this.database.prepared<Row>(SESSION_ACTOR.name, SESSION_ACTOR.text, [digest(token)]);
    if (!row || row.expires_at <= now) return null;
    const idle = row.roles.some((role) => role !== 'employee') ? IDLE_MS.staff : IDLE_MS.learner;
    if (now.getTime() - row.last_seen_at.getTime() > idle) return null;
    if (now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS)
      await this.database.query('UPDATE session SET last_seen_at = $2 WHERE id = $1', [row.session_id, now]);
    const actor = toActor(row);
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(token, { actor, until: performance.now() + CACHE_MS });
    return actor;
  }

  async close(sessionId: string): Promise<void> {
    this.cache.clear();
    await this.database.query('DELETE FROM session WHERE id = $1', [sessionId]);
  }

  /** Ends every session of a person or of several, except one if named. */
  async closeAllOf(
    sql: Sql,
    people: string | readonly string[],
    except: string | null = null,
  ): Promise<void> {
    this.cache.clear();
    await sql.query('DELETE FROM session WHERE person_id = ANY($1) AND id IS DISTINCT FROM $2', [
      [people].flat(),
      except,
    ]);
  }

  /** Call after changing what an actor may do, so that this process sees it at once. */
  forget(): void {
    this.cache.clear();
  }
}

function toActor(row: Row): Actor {
  return {
    personId: row.person_id,
    sessionId: row.session_id,
    roles: row.roles,
    permissions: permissionsOf(row.roles),
    tier: row.tier,
    locale: row.locale,
    departmentId: row.department_id,
    scopeDepartmentId: row.scope_department_id,
    // Whoever came by link has proved who they are, but has no password to come back with.
    mustChangePassword: row.temporary ?? true,
    mustAcceptNotice: row.unread_notice,
    byLink: row.by_link,
    signedInAt: row.created_at,
  };
}

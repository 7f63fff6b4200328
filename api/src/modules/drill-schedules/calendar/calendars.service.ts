import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Locale, MyCalendar } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.js';
import { Throttle } from '../../auth/index.js';
import { RunScenarios } from '../../drill-runs/index.js';
import { CalendarNotFound, OccurrenceNotFound } from '../drill-schedule.errors.js';
import { drillCalendar } from '../invitations/drill-event.js';
import { INVITE_AHEAD_MS, Invitations, PART, seatTitle, type Part } from '../invitations/invitations.js';

const BACK_MS = 90 * 86_400_000;
const SHOWN = 500;

/** The planned drills of one person: in the app, as a file, and as a feed that calendars read by a secret address. */
@Injectable()
export class Calendars {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly scenarios: RunScenarios,
    private readonly invitations: Invitations,
  ) {}

  async mine({ personId }: Pick<Actor, 'personId'>): Promise<MyCalendar> {
    const [feed] = await this.database.query<{ createdAt: Date }>(
      'SELECT created_at AS "createdAt" FROM calendar_feed WHERE person_id = $1',
      [personId],
    );
    const items: MyCalendar['items'] = [];
    const now = this.clock.now();
    const told = new Date(now.getTime() + INVITE_AHEAD_MS);
    for (const part of await this.parts(personId, now)) {
      // Of what is called off, only what people could have been told of is news to them.
      if (part.state === 'cancelled' && (part.plannedAt <= now || part.plannedAt > told)) continue;
      const document = part.versionId ? await this.scenarios.document(this.database, part.versionId) : null;
      items.push({
        occurrenceId: part.occurrenceId,
        title: part.title,
        state: part.state as MyCalendar['items'][number]['state'],
        plannedAt: part.plannedAt.toISOString(),
        minutes: part.minutes,
        role: part.role,
        seat: seatTitle(document, part.seat),
        runId: part.runId,
      });
    }
    return { feedSince: feed?.createdAt.toISOString() ?? null, items };
  }

  /** A new address; the former one works no more. Only its hash is kept. */
  async rotate({ personId }: Pick<Actor, 'personId'>): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.query(
      `INSERT INTO calendar_feed (person_id, token_hash, created_at) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = excluded.created_at`,
      [personId, hashOf(token), this.clock.now()],
    );
    return `${this.config.PUBLIC_URL}/api/calendar/${token}.ics`;
  }

  /** @throws OccurrenceNotFound */
  async file({ personId }: Pick<Actor, 'personId'>, occurrenceId: string): Promise<string> {
    const part = (await this.parts(personId, new Date(0))).find((one) => one.occurrenceId === occurrenceId);
    if (!part) throw new OccurrenceNotFound();
    return this.write([part]);
  }

  /**
   * Who guesses addresses is held up, and nobody else: many calendars ask from one address, and some go on asking for a
   * link that was replaced. @throws CalendarNotFound, Throttled
   */
  async feed(token: string, address: string): Promise<string> {
    const [owner] = await this.database.query<{ id: string; locale: Locale }>(
      `SELECT p.id, p.locale FROM calendar_feed f JOIN person p ON p.id = f.person_id
       WHERE f.token_hash = $1 AND p.status = 'active'`,
      [hashOf(token)],
    );
    if (!owner) {
      await this.throttle.check([['calendar', address]]);
      await this.throttle.failed([['calendar', address]]);
      throw new CalendarNotFound();
    }
    const parts = await this.parts(owner.id, new Date(this.clock.now().getTime() - BACK_MS));
    return this.write(parts, owner.locale === 'en' ? 'Readyroom drills' : 'Readyroom 演练');
  }

  private parts(personId: string, since: Date): Promise<Part[]> {
    return this.database.query<Part>(PARTS, [personId, since, SHOWN]);
  }

  private async write(parts: readonly Part[], name?: string): Promise<string> {
    const events = await Promise.all(
      parts.map(async (part) => ({
        ...(await this.invitations.event(this.database, part)),
        attendee: null,
      })),
    );
    return drillCalendar('PUBLISH', events, {
      host: this.invitations.host,
      stamp: this.clock.now(),
      ...(name && { name }),
    });
  }
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Unannounced drills are in a player's calendar only once they have begun; what never was announced is not called off. */
const PARTS = `SELECT ${PART}
  WHERE op.person_id = $1 AND op.removed_at IS NULL AND o.planned_at + make_interval(mins => o.minutes) > $2
    AND o.state <> 'missed' AND (o.announced OR op.role <> 'player' OR o.state = 'run_created')
  ORDER BY o.planned_at LIMIT $3`;

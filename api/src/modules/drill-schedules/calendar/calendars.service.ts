import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { textIn, type Locale, type MyCalendar, type Text } from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/database.js';
import { Throttle } from '../../auth/index.js';
import { RunScenarios } from '../../drill-runs/index.js';
import { CalendarNotFound, OccurrenceNotFound } from '../drill-schedule.errors.js';
import { organisationDay } from '../../standings/index.js';
import { drillCalendar, type DueDay } from '../invitations/drill-event.js';
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
    return this.write(parts, {
      name: owner.locale === 'en' ? 'Readyroom' : 'Readyroom 培训与演练',
      days: await this.dueDays(owner.id, owner.locale),
    });
  }

  private parts(personId: string, since: Date): Promise<Part[]> {
    return this.database.query<Part>(PARTS, [personId, since, SHOWN]);
  }

  /** Days by which programs are to be completed, and last valid days of what is held: the facts behind every board. */
  private async dueDays(personId: string, locale: Locale): Promise<DueDay[]> {
    const { today } = await organisationDay(this.database, this.clock);
    const rows = await this.database.query<{ id: string; title: Text; day: string; kind: 'due' | 'expiry' }>(
      DUE_DAYS,
      [personId, today],
    );
    return rows.map(({ id, title, day, kind }) => ({
      id: `${id}-${kind}`,
      day,
      summary: DUE_WORDS[kind][locale](textIn(title, locale)),
      url: `${this.config.PUBLIC_URL}/`,
    }));
  }

  private async write(
    parts: readonly Part[],
    more: { name?: string; days?: readonly DueDay[] } = {},
  ): Promise<string> {
    const events = await Promise.all(
      parts.map(async (part) => ({
        ...(await this.invitations.event(this.database, part)),
        attendee: null,
      })),
    );
    return drillCalendar('PUBLISH', events, {
      host: this.invitations.host,
      stamp: this.clock.now(),
      ...more,
    });
  }
}

const DUE_WORDS: Record<'due' | 'expiry', Record<Locale, (title: string) => string>> = {
  due: { 'zh-CN': (title) => `到期：《${title}》`, en: (title) => `Due: ${title}` },
  expiry: { 'zh-CN': (title) => `资格有效期至今天：《${title}》`, en: (title) => `Last valid day: ${title}` },
};

/** One entry a program: the day it is due; where nothing is due yet, the last valid day. */
const DUE_DAYS = `
  SELECT s.program_id AS id, v.document->'title' AS title,
    CASE WHEN isfinite(s.due_on) THEN s.due_on ELSE s.valid_until END AS day,
    CASE WHEN isfinite(s.due_on) THEN 'due' ELSE 'expiry' END AS kind
  FROM program_standing s JOIN program g ON g.id = s.program_id JOIN program_version v ON v.id = g.version_id
  WHERE s.person_id = $1 AND s.counted AND s.waived_until < $2::date AND (isfinite(s.due_on) OR isfinite(s.valid_until))
  ORDER BY 3, 1`;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Unannounced drills are in a player's calendar only once they have begun; what never was announced is not called off. */
const PARTS = `SELECT ${PART}
  WHERE op.person_id = $1 AND op.removed_at IS NULL AND o.planned_at + make_interval(mins => o.minutes) > $2
    AND o.state <> 'missed' AND (o.announced OR op.role <> 'player' OR o.state = 'run_created')
  ORDER BY o.planned_at LIMIT $3`;

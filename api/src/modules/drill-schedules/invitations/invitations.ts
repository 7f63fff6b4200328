import { Inject, Injectable } from '@nestjs/common';
import type { Locale, ParticipantRole, RetriedLetters, ScenarioDocument } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import type { Sql, Tx } from '../../../platform/database/database.js';
import { Mail } from '../../../platform/mail/mail.js';
import { RunScenarios } from '../../drill-runs/index.js';
import { drillCalendar, type DrillEventFacts } from './drill-event.js';
import { drillTitle, writeLetter, type LetterKind } from './letter.js';

/** Nobody is invited earlier than this: whoever plans a year ahead does not fill mailboxes with it. */
export const INVITE_AHEAD_MS = 60 * 86_400_000;
const BATCH = 500;

/** What one person has to do with one occurrence. */
export interface Part {
  occurrenceId: string;
  recurrenceAt: Date;
  plannedAt: Date;
  minutes: number;
  title: string;
  state: string;
  announced: boolean;
  runId: string | null;
  versionId: string | null;
  personId: string;
  name: string;
  email: string | null;
  locale: Locale;
  timeZone: string;
  role: ParticipantRole;
  seat: string | null;
  sequence: number;
  toldSequence: number | null;
  removed: boolean;
}

/** Tells people what is planned for them, what of it changes and what falls away: once each, by mail with a calendar entry. */
@Injectable()
export class Invitations {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly mail: Mail,
    private readonly scenarios: RunScenarios,
  ) {}

  /** Posts whatever is due, of one schedule or of all. What another worker is at is left to it. Answers how many. */
  async settle(tx: Tx, scheduleId: string | null = null): Promise<number> {
    const now = this.clock.now();
    const parts = await tx.query<Part>(DUE, [
      now,
      new Date(now.getTime() + INVITE_AHEAD_MS),
      scheduleId,
      BATCH,
    ]);
    for (const part of parts) {
      const off = part.removed || part.state === 'cancelled' || hidden(part);
      const kind = off ? 'cancelled' : part.toldSequence === null ? 'invited' : 'changed';
      // Whoever loses an entry because the drill now comes unannounced must not read the new moment in it.
      const shown = hidden(part) ? { ...part, plannedAt: part.recurrenceAt } : part;
      await this.mail.supersede(
        tx,
        part.personId,
        PLANNING.map((one) => letterKey(one, part)),
      );
      await this.post(tx, shown, kind, now);
      await tx.query(
        `UPDATE drill_occurrence_person SET told_sequence = $3 WHERE occurrence_id = $1 AND person_id = $2`,
        [part.occurrenceId, part.personId, off ? null : part.sequence],
      );
    }
    return parts.length;
  }

  /** Sends again what did not reach people, as far as it is the last they were to hear and its moment is to come. */
  async retry(tx: Tx, scheduleId: string): Promise<RetriedLetters> {
    const rows = await tx.query<{ id: string }>(UNSENT, [scheduleId, this.clock.now()]);
    const queued = await this.mail.retry(
      tx,
      rows.map(({ id }) => id),
    );
    return { queued, left: rows.length - queued };
  }

  /** The lobby is open: everybody in the cast is called, also to a drill that nobody knew of. */
  async call(tx: Tx, occurrenceId: string): Promise<void> {
    for (const part of await tx.query<Part>(CALLED, [occurrenceId]))
      await this.post(tx, part, 'opened', this.clock.now());
  }

  /** As an entry of the person's calendar. */
  async event(sql: Sql, part: Part): Promise<DrillEventFacts> {
    const cancelled = part.removed || part.state === 'cancelled' || hidden(part);
    return {
      ...part,
      cancelled,
      summary: drillTitle(part.title, part.locale),
      description: (await this.letter(sql, part, 'invited')).description,
      url: this.url(part),
      organizer: senderOf(this.config.MAIL_FROM),
      attendee: part.email === null ? null : { name: part.name, email: part.email },
    };
  }

  get host(): string {
    return new URL(this.config.PUBLIC_URL).hostname;
  }

  private async post(tx: Tx, part: Part, kind: LetterKind, now: Date): Promise<void> {
    const { subject, body } = await this.letter(tx, part, kind);
    const method = kind === 'cancelled' ? 'CANCEL' : 'REQUEST';
    await this.mail.post(tx, {
      effectKey: `${letterKey(kind, part)}${part.sequence}`,
      personId: part.personId,
      subject,
      body,
      calendar:
        kind === 'opened'
          ? null
          : {
              method,
              content: drillCalendar(method, [await this.event(tx, part)], { host: this.host, stamp: now }),
            },
    });
  }

  private async letter(sql: Sql, part: Part, kind: LetterKind) {
    const document = part.versionId ? await this.scenarios.document(sql, part.versionId) : null;
    const facts = { ...part, seat: seatTitle(document, part.seat), url: this.url(part) };
    return writeLetter(kind, facts, part.locale);
  }

  private url({ runId }: Part): string {
    return `${this.config.PUBLIC_URL}/drills${runId ? `/${runId}` : ''}`;
  }
}

/** Letters of which only the last one counts. */
const PLANNING: readonly LetterKind[] = ['invited', 'changed', 'cancelled'];
const letterKey = (kind: LetterKind, { occurrenceId, personId }: Part): string =>
  `drill.${kind}:${occurrenceId}:${personId}:`;

/**
 * The last letter to the person of `op` about its occurrence.
 * It is found by its key, the one that letters are written under.
 */
export const LAST_LETTER = `
  SELECT m.id, split_part(substr(m.effect_key, 7), ':', 1) AS kind, m.state, m.reason, m.created_at AS at
  FROM mail m WHERE m.effect_key IN (
    SELECT 'drill.' || kind || ':' || op.occurrence_id || ':' || op.person_id || ':' || sequence
    FROM unnest(ARRAY['invited', 'changed', 'cancelled', 'opened']) kind,
      unnest(ARRAY[op.sequence, op.told_sequence]) sequence)
  ORDER BY m.created_at DESC, m.id DESC LIMIT 1`;

const UNSENT = `SELECT l.id FROM drill_occurrence o JOIN drill_occurrence_person op ON op.occurrence_id = o.id
  CROSS JOIN LATERAL (${LAST_LETTER}) l
  WHERE o.schedule_id = $1 AND o.planned_at > $2 AND l.state IN ('failed', 'kept') FOR UPDATE OF op`;

/** Players of an unannounced drill hear nothing before it opens; staff do. */
const hidden = ({ announced, role, state }: Part): boolean =>
  !announced && role === 'player' && state === 'planned';

export const seatTitle = (document: ScenarioDocument | null, seat: string | null) =>
  document?.seats.find(({ key }) => key === seat)?.title ?? null;

/** The name and the address of MAIL_FROM. */
function senderOf(from: string): { name: string; email: string } {
  const [, name, email] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return { name: name || 'Readyroom', email: email ?? from.trim() };
}

export const PART = `o.id AS "occurrenceId",
  o.recurrence_at AS "recurrenceAt", o.planned_at AS "plannedAt", o.minutes, o.title, o.state, o.announced, o.run_id AS "runId",
  c.published_version_id AS "versionId", p.id AS "personId", p.name, p.email, p.locale,
  coalesce(p.time_zone, s.time_zone) AS "timeZone", op.role, op.seat, op.sequence,
  op.told_sequence AS "toldSequence", op.removed_at IS NOT NULL AS removed
  FROM drill_occurrence_person op JOIN drill_occurrence o ON o.id = op.occurrence_id
  JOIN drill_schedule s ON s.id = o.schedule_id JOIN scenario c ON c.id = s.scenario_id
  JOIN person p ON p.id = op.person_id`;

/**
 * What somebody knows of and is not to expect any more, and what they are to expect and do not know yet. People who have
 * left are not written to.
 */
const DUE = `SELECT ${PART}
  WHERE o.planned_at > $1 AND p.status = 'active' AND ($3::uuid IS NULL OR o.schedule_id = $3) AND (
    (op.told_sequence IS NOT NULL AND (op.removed_at IS NOT NULL OR o.state = 'cancelled'
      OR (o.state = 'planned' AND NOT o.announced AND op.role = 'player')))
    OR (op.removed_at IS NULL AND o.state = 'planned' AND o.planned_at <= $2
      AND (o.announced OR op.role <> 'player')
      AND (op.told_sequence IS NULL OR op.told_sequence < op.sequence)))
  ORDER BY o.planned_at, p.employee_no LIMIT $4 FOR UPDATE OF op SKIP LOCKED`;

const CALLED = `SELECT ${PART}
  WHERE o.id = $1 AND op.removed_at IS NULL AND p.status = 'active' ORDER BY p.employee_no`;

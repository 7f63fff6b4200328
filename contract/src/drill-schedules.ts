import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Tier, Uuid } from './common.js';
import { ParticipantRole } from './drill-runs.js';
import { MailState } from './mails.js';

const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use HH:MM')
  .describe('Time of day, HH:MM');
const LocalDateTime = z.iso
  .datetime({ local: true, precision: -1 })
  .refine((value) => !value.endsWith('Z'), 'has no zone')
  .describe('By the wall clock of the zone, YYYY-MM-DDTHH:MM');
const TimeZone = z
  .string()
  .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', 'Unknown time zone')
  .describe('IANA time zone');

export const OCCURRENCE_STATES = ['planned', 'cancelled', 'run_created', 'missed'] as const;
export const OccurrenceState = z.enum(OCCURRENCE_STATES).meta({ id: 'OccurrenceState' });
/** Why an occurrence is not when the rule has it: working hours, a day off, a blackout, a draw, or by hand. */
export const MOVE_REASONS = ['hours', 'day_off', 'blackout', 'drawn', 'by_hand'] as const;

export const WorkingHoursBody = z
  .strictObject({
    days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO 8601: 1 is Monday'),
    from: LocalTime,
    to: LocalTime.describe('A drill begins before this'),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'must be later than from' });

/** Who sits where: people by name, or as many as wanted of a tier within a department and its sub-tree. */
const SeatFill = z.union([
  z.strictObject({ seat: z.string().max(60), personIds: z.array(Uuid).min(1).max(50) }),
  z.strictObject({
    seat: z.string().max(60),
    tier: Tier,
    departmentId: Uuid,
    people: z.int().min(1).max(50).default(1),
  }),
]);
export const CastTemplate = z
  .strictObject({
    seats: z.array(SeatFill).max(60).default([]),
    controllers: z.array(Uuid).max(20).default([]).describe('Whoever makes the schedule leads when left out'),
    evaluators: z.array(Uuid).max(50).default([]),
    observers: z.array(Uuid).max(50).default([]),
  })
  .meta({ id: 'CastTemplate' });
export type CastTemplate = z.infer<typeof CastTemplate>;

const timing = {
  startsAt: LocalDateTime,
  rrule: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .nullable()
    .describe('RFC 5545, days only: DAILY to YEARLY; null = once'),
  timeZone: TimeZone.optional().describe('That of the organisation when left out'),
  hours: WorkingHoursBody,
  blackout: z.array(IsoDate).max(400),
  noNoticeDays: z
    .int()
    .min(1)
    .max(31)
    .nullable()
    .describe('Comes unannounced, drawn in that many days from the day of the rule; null = announced'),
};
const defaults = {
  hours: timing.hours.default({ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }),
  blackout: timing.blackout.default([]),
  noNoticeDays: timing.noNoticeDays.default(null),
  rrule: timing.rrule.default(null),
};
const seed = z.int().min(0).max(4_294_967_295);

export const PreviewDrillScheduleBody = z
  .strictObject({ ...timing, ...defaults, seed: seed.default(0) })
  .meta({ id: 'PreviewDrillScheduleBody' });
const PreviewedMoment = z.object({
  recurrenceId: z.string().describe('Day of the rule, or once'),
  plannedAt: IsoDateTime,
  moved: z.enum(MOVE_REASONS).nullable(),
});
export const DrillSchedulePreview = z
  .object({ timeZone: z.string(), rrule: z.string().nullable(), items: z.array(PreviewedMoment).max(10) })
  .meta({ id: 'DrillSchedulePreview' });
export type DrillSchedulePreview = z.infer<typeof DrillSchedulePreview>;

const title = z.string().trim().min(1).max(120);
export const CreateDrillScheduleBody = z
  .strictObject({
    scenarioId: Uuid,
    title,
    ...timing,
    ...defaults,
    cast: CastTemplate,
    seed: seed.optional().describe('Of the draw of unannounced drills; drawn itself when left out'),
  })
  .meta({ id: 'CreateDrillScheduleBody' });
/** Absent leaves. `from` keeps what was planned for earlier days of the rule and changes that day and all following. */
export const UpdateDrillScheduleBody = z
  .strictObject({ title, ...timing, cast: CastTemplate, from: IsoDate })
  .partial()
  .meta({ id: 'UpdateDrillScheduleBody' });

/** What somebody was last told of an occurrence, and what became of the mail. */
const LastLetter = z.object({
  kind: z.enum(['invited', 'changed', 'cancelled', 'opened']),
  state: MailState,
  reason: z.string().nullable().describe('Why it is kept or failed, or what the mail server said last'),
  at: IsoDateTime.describe('When it was written'),
});
const PersonRef = z.object({ id: Uuid, name: z.string(), employeeNo: z.string() });
export const DrillOccurrence = z
  .object({
    id: Uuid,
    recurrenceId: z.string().describe('Day of the rule, or once'),
    plannedAt: IsoDateTime,
    minutes: z.number().int(),
    title: z.string(),
    state: OccurrenceState,
    reason: z
      .string()
      .nullable()
      .describe('Why it was missed; `rule` when a change of the rule called it off'),
    moved: z.enum(MOVE_REASONS).nullable(),
    runId: Uuid.nullable(),
    cast: z.array(
      z.object({
        person: PersonRef.extend({ tier: Tier }),
        role: ParticipantRole,
        seat: z.string().nullable(),
        invited: z.boolean(),
        letter: LastLetter.nullable().describe('Null: has heard nothing'),
      }),
    ),
  })
  .meta({ id: 'DrillOccurrence' });
export type DrillOccurrence = z.infer<typeof DrillOccurrence>;

export const DrillSchedule = z
  .object({
    id: Uuid,
    title: z.string(),
    scenario: z.object({ id: Uuid, slug: z.string(), title: Text }),
    startsAt: z.string(),
    rrule: z.string().nullable(),
    timeZone: z.string(),
    hours: z.object({ days: z.array(z.number().int()), from: z.string(), to: z.string() }),
    blackout: z.array(IsoDate),
    noNoticeDays: z.number().int().nullable(),
    seed: seed.describe('Of the draw of unannounced drills; of no account to announced ones'),
    cast: CastTemplate,
    createdBy: PersonRef,
    createdAt: IsoDateTime,
    cancelledAt: IsoDateTime.nullable(),
    nextAt: IsoDateTime.nullable(),
    planned: z.number().int().describe('Occurrences to come'),
    held: z.number().int().describe('Occurrences that became a run'),
  })
  .meta({ id: 'DrillSchedule' });
export type DrillSchedule = z.infer<typeof DrillSchedule>;
export const DrillScheduleList = listOf(DrillSchedule, 'DrillScheduleList');
export const ListDrillSchedulesQuery = listQuery(['nextAt', 'title', 'createdAt'] as const, {
  scenarioId: Uuid.optional(),
  state: oneOrMore(z.enum(['open', 'cancelled'])),
});
export const DrillScheduleDetail = DrillSchedule.extend({
  occurrences: z.array(DrillOccurrence).describe('The last 20 and those to come, by time'),
}).meta({ id: 'DrillScheduleDetail' });
export type DrillScheduleDetail = z.infer<typeof DrillScheduleDetail>;

export const UpdateDrillOccurrenceBody = z
  .strictObject({ plannedAt: IsoDateTime, title, cast: CastTemplate })
  .partial()
  .meta({ id: 'UpdateDrillOccurrenceBody' });

export const RetriedLetters = z
  .object({
    queued: z.number().int().describe('Go out again'),
    left: z.number().int().describe('Still cannot: no address, or no mail server'),
  })
  .meta({ id: 'RetriedLetters' });
export type RetriedLetters = z.infer<typeof RetriedLetters>;

export const DrillConflict = z
  .object({
    kind: z
      .enum(['overlap', 'repeated'])
      .describe('overlap: cast twice at a time; repeated: the same scenario within 14 days'),
    person: PersonRef,
    occurrenceId: Uuid,
    plannedAt: IsoDateTime,
    other: z.object({
      title: z.string(),
      at: IsoDateTime,
      runId: Uuid.nullable(),
      occurrenceId: Uuid.nullable(),
    }),
  })
  .meta({ id: 'DrillConflict' });
export type DrillConflict = z.infer<typeof DrillConflict>;
export const DrillConflicts = z.object({ items: z.array(DrillConflict) }).meta({ id: 'DrillConflicts' });

export const PRE_FLIGHT_CODES = [
  'scenario_unpublished',
  'scenario_warnings',
  'no_controller',
  'seat_empty',
  'person_gone',
  'cannot_sign_in',
  'no_address',
  'blackout',
  'outside_hours',
  'conflict',
  'repeats_soon',
] as const;
export const PreFlight = z
  .object({
    occurrenceId: Uuid.nullable().describe('The one checked: the next one unless asked for another'),
    plannedAt: IsoDateTime.nullable(),
    ready: z.boolean().describe('Nothing blocks'),
    findings: z.array(
      z.object({
        code: z.enum(PRE_FLIGHT_CODES),
        blocks: z.boolean(),
        message: Text,
        people: z.array(PersonRef),
      }),
    ),
  })
  .meta({ id: 'PreFlight' });
export type PreFlight = z.infer<typeof PreFlight>;
export const PreFlightQuery = z.object({ occurrenceId: Uuid.optional() });

export const DrillCadence = z
  .object({
    decay: z
      .array(z.object({ months: z.number().int(), retained: z.number().describe('0 to 1') }))
      .describe('What is left of an accuracy once trained'),
    source: Text,
    tiers: z.array(
      z.object({
        tier: Tier,
        everyMonths: z.number().int(),
        retained: z.number().describe('Left when the next drill comes, 0 to 1'),
        rrule: z.string(),
        reason: Text,
        lastRunAt: IsoDateTime.nullable(),
      }),
    ),
  })
  .meta({ id: 'DrillCadence' });
export type DrillCadence = z.infer<typeof DrillCadence>;

/** What a person was told of: unannounced drills are not in it before they begin. */
export const MyCalendar = z
  .object({
    feedSince: IsoDateTime.nullable().describe('When the link of the calendar feed was made'),
    items: z.array(
      z.object({
        occurrenceId: Uuid,
        title: z.string(),
        state: OccurrenceState.exclude(['missed']).describe(
          'Called off ones are shown until their time is over',
        ),
        plannedAt: IsoDateTime,
        minutes: z.number().int(),
        role: ParticipantRole,
        seat: Text.nullable(),
        runId: Uuid.nullable(),
      }),
    ),
  })
  .meta({ id: 'MyCalendar' });
export type MyCalendar = z.infer<typeof MyCalendar>;
export const CalendarFeedLink = z
  .object({ url: z.url().describe('Secret: whoever has it reads the calendar. Shown once') })
  .meta({ id: 'CalendarFeedLink' });
export const CalendarFile = z.string().regex(/^[A-Za-z0-9_-]{1,100}\.ics$/);

import type {
  CastTemplate,
  CreateDrillScheduleBody,
  DrillSchedule,
  UpdateDrillScheduleBody,
} from '../providers/contract.js';
import { repeatOf, rruleOf, type Repeat } from './rule/rule.js';

/** A seat is filled by name, and beside that by as many of its tier in a department as wanted. */
export interface SeatPlan {
  readonly people: readonly string[];
  readonly fill: { readonly departmentId: string | null; readonly people: number } | null;
}
export const STAFF = ['controllers', 'evaluators', 'observers'] as const;
export type StaffPlan = Record<(typeof STAFF)[number], readonly string[]>;
export interface CastPlan extends StaffPlan {
  readonly seats: Readonly<Record<string, SeatPlan>>;
}

/** A schedule while it is written. */
export interface Draft {
  readonly scenarioId: string;
  readonly title: string;
  /** YYYY-MM-DDTHH:MM by the wall clock of the zone. */
  readonly startsAt: string;
  readonly repeat: Repeat;
  readonly timeZone: string;
  readonly hours: { readonly days: readonly number[]; readonly from: string; readonly to: string };
  readonly blackout: readonly string[];
  readonly noNoticeDays: number | null;
  readonly seed: number;
  readonly cast: CastPlan;
}

const NOBODY: SeatPlan = { people: [], fill: null };
export const seatPlan = (cast: CastPlan, seat: string): SeatPlan => cast.seats[seat] ?? NOBODY;
export const startDay = ({ startsAt }: Pick<Draft, 'startsAt'>): string => startsAt.slice(0, 10);

export const emptyDraft = (about: {
  scenarioId: string;
  startsAt: string;
  timeZone: string;
  seed: number;
}): Draft => ({
  ...about,
  title: '',
  repeat: { kind: 'once' },
  hours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
  blackout: [],
  noNoticeDays: null,
  cast: { seats: {}, controllers: [], evaluators: [], observers: [] },
});

export const draftOf = (schedule: DrillSchedule): Draft => ({
  scenarioId: schedule.scenario.id,
  title: schedule.title,
  startsAt: schedule.startsAt,
  repeat: repeatOf(schedule.rrule, startDay(schedule)),
  timeZone: schedule.timeZone,
  hours: schedule.hours,
  blackout: schedule.blackout,
  noNoticeDays: schedule.noNoticeDays,
  seed: schedule.seed,
  cast: castPlan(schedule.cast),
});

function castPlan({ seats, controllers, evaluators, observers }: CastTemplate): CastPlan {
  const plans: Record<string, SeatPlan> = {};
  for (const one of seats) {
    const plan = plans[one.seat] ?? NOBODY;
    plans[one.seat] =
      'personIds' in one
        ? { ...plan, people: [...plan.people, ...one.personIds] }
        : { ...plan, fill: { departmentId: one.departmentId, people: one.people } };
  }
  return { seats: plans, controllers, evaluators, observers };
}

/** The template of a scenario's seats; those that another scenario does not have are left out. */
export function castOf(plan: CastPlan, seats: readonly { key: string; tier: CastTier }[]): CastTemplate {
  return {
    seats: seats.flatMap(({ key, tier }) => {
      const { people, fill } = seatPlan(plan, key);
      return [
        ...(people.length > 0 ? [{ seat: key, personIds: [...people] }] : []),
        ...(fill?.departmentId
          ? [{ seat: key, tier, departmentId: fill.departmentId, people: fill.people }]
          : []),
      ];
    }),
    controllers: [...plan.controllers],
    evaluators: [...plan.evaluators],
    observers: [...plan.observers],
  };
}
type CastTier = Extract<CastTemplate['seats'][number], { tier: unknown }>['tier'];

/** Everybody who is named for something, but for one list of people: nobody does two things in one drill. */
export const takenBeside = (cast: CastPlan, own: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...Object.values(cast.seats).map(({ people }) => people), ...STAFF.map((role) => cast[role])]
      .filter((people) => people !== own)
      .flat(),
  );

export const timingOf = (draft: Draft) => ({
  startsAt: draft.startsAt,
  rrule: rruleOf(draft.repeat, startDay(draft)),
  timeZone: draft.timeZone,
  hours: { ...draft.hours, days: [...draft.hours.days] },
  blackout: [...draft.blackout],
  noNoticeDays: draft.noNoticeDays,
});

export const bodyOf = (
  draft: Draft,
  seats: Parameters<typeof castOf>[1],
  title: string,
): CreateDrillScheduleBody => ({
  scenarioId: draft.scenarioId,
  title: draft.title.trim() || title,
  ...timingOf(draft),
  seed: draft.seed,
  cast: castOf(draft.cast, seats),
});

/** What differs from the schedule: what was moved or cast by hand outlives a change of something else. */
export function changesOf(
  draft: Draft,
  schedule: DrillSchedule,
  seats: Parameters<typeof castOf>[1],
): UpdateDrillScheduleBody {
  const { scenarioId: _scenario, seed: _seed, ...body } = bodyOf(draft, seats, schedule.title);
  const before: UpdateDrillScheduleBody = { ...schedule, cast: castOf(castPlan(schedule.cast), seats) };
  return Object.fromEntries(
    Object.entries(body).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before]),
    ),
  );
}

/** Whether it can be sent, as far as that can be told here. */
export const isComplete = ({ scenarioId, startsAt, repeat, hours, cast }: Draft): boolean =>
  scenarioId !== '' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(startsAt) &&
  (repeat.kind !== 'own' || repeat.text.trim() !== '') &&
  hours.days.length > 0 &&
  hours.from < hours.to &&
  Object.values(cast.seats).every(({ fill }) => fill === null || fill.departmentId !== null);

/** How many a template asks for: players, their seats, and staff; whoever makes it leads when nobody is named. */
export const sizeOf = ({ seats, controllers, evaluators, observers }: CastTemplate) => ({
  players: seats.reduce((sum, one) => sum + ('personIds' in one ? one.personIds.length : one.people), 0),
  seats: new Set(seats.map(({ seat }) => seat)).size,
  staff: Math.max(1, controllers.length) + evaluators.length + observers.length,
});

import type { DrillEvent, DrillEventBody, EventAudience } from '@readyroom/contract';
import type { Part } from '../drill-access.js';

/**
 * Who sees the same. `control`: controllers and simulators. `evaluator`: evaluators, and who looks in from the console
 * without a part. `observer`: observers of the cast, whom anybody with the code of a run can become.
 */
export type Viewpoint = 'control' | 'evaluator' | 'observer' | `seat:${string}`;

export interface StoredEvent extends DrillEvent {
  readonly audience: EventAudience;
}

type Kind = DrillEventBody['kind'];
/** `exercise`: what players may see, each their own. `evaluation`: what it is measured by. `direction`: how it is led. */
type Matter = 'exercise' | 'evaluation' | 'direction';

const MATTER: Readonly<Record<Kind, Matter>> = {
  status: 'exercise',
  pace: 'exercise',
  phase: 'exercise',
  inject: 'exercise',
  card_closed: 'exercise',
  posts: 'exercise',
  engagement: 'exercise',
  trending: 'exercise',
  indicators: 'exercise',
  message: 'exercise',
  acknowledged: 'exercise',
  statement: 'exercise',
  clock: 'exercise',
  contacted: 'exercise',
  threshold: 'exercise',
  alarm: 'exercise',
  alert: 'exercise',
  sitrep: 'exercise',
  triaged: 'exercise',
  seat: 'exercise',
  expectation: 'evaluation',
  rated: 'evaluation',
  noted: 'evaluation',
  inject_state: 'direction',
  inject_edited: 'direction',
};
const kindsOf = (...matters: readonly Matter[]): Kind[] =>
  (Object.keys(MATTER) as Kind[]).filter((kind) => matters.includes(MATTER[kind]));

export const viewpointOf = ({ role, seat, participantId }: Part): Viewpoint => {
  if (role === 'player') return `seat:${seat!}`;
  if (role === 'controller' || role === 'simulator') return 'control';
  return role === 'evaluator' || participantId === null ? 'evaluator' : 'observer';
};

/** The viewpoint of a row `p` of drill_participant. */
export const VIEWPOINT_OF_ROW = `CASE WHEN p.role = 'player' THEN 'seat:' || p.seat
  WHEN p.role IN ('controller', 'simulator') THEN 'control' ELSE p.role END`;

/** Players and those whom anybody can become know posts, injects and cards by other names. */
export const isVeiled = (viewpoint: Viewpoint): boolean =>
  viewpoint === 'observer' || viewpoint.startsWith('seat:');

/** Control sees everything; to the others a kind that is in no table shows nothing. */
const KINDS = {
  evaluator: kindsOf('exercise', 'evaluation'),
  exercise: kindsOf('exercise'),
} as const;
const kindsFor = (viewpoint: Viewpoint): readonly string[] =>
  viewpoint === 'evaluator' ? KINDS.evaluator : KINDS.exercise;
const seatOf = (viewpoint: Viewpoint): string | null =>
  viewpoint.startsWith('seat:') ? viewpoint.slice('seat:'.length) : null;

export function sees(
  viewpoint: Viewpoint,
  { audience, body }: Pick<StoredEvent, 'audience' | 'body'>,
): boolean {
  if (viewpoint === 'control') return true;
  if (!kindsFor(viewpoint).includes(body.kind)) return false;
  if (viewpoint === 'evaluator') return true;
  // That a post was put in by the exercise, and is no other post, is not for players to know.
  if (body.kind === 'inject' && body.to === 'feed') return false;
  const seat = seatOf(viewpoint);
  if (seat === null) return audience !== 'staff';
  return audience === 'all' || (Array.isArray(audience) && audience.includes(seat));
}

/** As `sees`, of rows `e` of drill_event: a condition on four parameters from `$n` on, and their values. */
export const seenSql = (n: number): string => `($${n}::boolean OR (e.body->>'kind' = ANY($${n + 1}::text[])
  AND ($${n + 2}::boolean OR (NOT (e.body->>'kind' = 'inject' AND e.body->'to' = '"feed"')
    AND CASE WHEN $${n + 3}::text IS NULL THEN e.audience <> '"staff"'
      ELSE e.audience = '"all"' OR (jsonb_typeof(e.audience) = 'array' AND e.audience ? $${n + 3}) END))))`;
export const seenValues = (viewpoint: Viewpoint): unknown[] => [
  viewpoint === 'control',
  kindsFor(viewpoint),
  viewpoint === 'evaluator',
  seatOf(viewpoint),
];

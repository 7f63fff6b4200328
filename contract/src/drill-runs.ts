import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Locale, oneOrMore, Text, Tier, Uuid } from './common.js';
import { DrillEvent } from './drill-events.js';
import { ControlAction, ObserverAction, PlayerAction } from './drill-log.js';
import { CHANNEL_KINDS, CRISIS_TYPES } from './scenario-document.js';

export const RUN_STATUSES = ['lobby', 'running', 'paused', 'ended', 'stopped'] as const;
export const RunStatus = z.enum(RUN_STATUSES).meta({ id: 'RunStatus' });
export type RunStatus = z.infer<typeof RunStatus>;

/** `simulator` answers for people outside the exercise; it sees and does what a controller does but the clock. */
export const PARTICIPANT_ROLES = ['player', 'controller', 'evaluator', 'observer', 'simulator'] as const;
export const ParticipantRole = z.enum(PARTICIPANT_ROLES).meta({ id: 'ParticipantRole' });
export type ParticipantRole = z.infer<typeof ParticipantRole>;

/** Scenario time is `at` at `serverTime` and, while running, moves on by `rate` seconds each second. */
export const DrillClock = z
  .object({ status: RunStatus, at: z.number().nonnegative(), rate: z.number(), serverTime: IsoDateTime })
  .meta({ id: 'DrillClock' });
export type DrillClock = z.infer<typeof DrillClock>;

const ScenarioRef = z.object({
  id: Uuid,
  versionId: Uuid,
  version: z.number().int(),
  slug: z.string(),
  title: Text,
  crisisType: z.enum(CRISIS_TYPES),
});

export const Participant = z
  .object({
    id: Uuid,
    person: z.object({ id: Uuid, name: z.string(), employeeNo: z.string(), tier: Tier }),
    role: ParticipantRole,
    seat: z.string().nullable().describe('Only players hold one'),
    joinedAt: IsoDateTime.nullable(),
    ready: z.boolean(),
    online: z.boolean().describe('Has a stream open, or was heard of in the last 30 seconds'),
  })
  .meta({ id: 'Participant' });
export type Participant = z.infer<typeof Participant>;

export const DrillRun = z
  .object({
    id: Uuid,
    title: z.string().nullable(),
    mode: z.enum(['live', 'solo']),
    scenario: ScenarioRef,
    clock: DrillClock,
    plannedFor: IsoDateTime.nullable(),
    startedAt: IsoDateTime.nullable(),
    endedAt: IsoDateTime.nullable(),
    restartOf: Uuid.nullable(),
    players: z.number().int(),
    joined: z.number().int(),
  })
  .meta({ id: 'DrillRun' });
export type DrillRun = z.infer<typeof DrillRun>;
export const DrillRunList = listOf(DrillRun, 'DrillRunList');
export const ListDrillRunsQuery = listQuery(['createdAt', 'plannedFor', 'startedAt'] as const, {
  status: oneOrMore(RunStatus),
  scenarioId: Uuid.optional(),
  mode: z.enum(['live', 'solo']).optional(),
});

export const DrillRunDetail = DrillRun.extend({
  seed: z.number().int(),
  engineVersion: z.string(),
  scenarioHash: z.string(),
  joinCode: z.string().describe('Six characters without 0, O, 1, I'),
  participants: z.array(Participant),
}).meta({ id: 'DrillRunDetail' });
export type DrillRunDetail = z.infer<typeof DrillRunDetail>;

const Casting = z.strictObject({ personId: Uuid, role: ParticipantRole, seat: z.string().nullable() });
export const CreateDrillRunBody = z
  .strictObject({
    scenarioId: Uuid,
    title: z.string().trim().min(1).max(120).nullable().default(null),
    plannedFor: IsoDateTime.nullable().default(null),
    seed: z.int().min(0).max(4_294_967_295).optional().describe('Drawn when left out'),
    participants: z.array(Casting).max(600).default([]),
  })
  .meta({ id: 'CreateDrillRunBody' });
export const CastBody = z.strictObject({ participants: z.array(Casting).max(600) }).meta({ id: 'CastBody' });
export type Casting = z.infer<typeof Casting>;
export const RestartDrillRunBody = z
  .strictObject({ seed: z.int().min(0).max(4_294_967_295).optional().describe('Drawn when left out') })
  .meta({ id: 'RestartDrillRunBody' });
export const DrillLogQuery = z.object({
  format: z.enum(['json', 'csv', 'xlsx']).default('json').describe('`json` can be replayed'),
  locale: Locale.optional().describe('Of a sheet; that of the reader when left out'),
});

export const JoinDrillBody = z
  .strictObject({ code: z.string().trim().toUpperCase().min(4).max(12) })
  .meta({ id: 'JoinDrillBody' });
export const StartSoloBody = z.strictObject({ scenarioId: Uuid }).meta({ id: 'StartSoloBody' });
export const EnteredDrill = z.object({ runId: Uuid }).meta({ id: 'EnteredDrill' });

const NamedSeat = z.object({
  key: z.string(),
  title: Text,
  tier: Tier,
  department: Text,
  mayPublish: z.boolean(),
  approvers: z.array(z.string()),
});

/** What does not change during a run, as one participant may know it. */
export const DrillStage = z
  .object({
    run: DrillRun,
    me: z.object({
      role: ParticipantRole,
      seat: z.string().nullable(),
      duties: Text.nullable(),
      ready: z.boolean(),
    }),
    briefing: Text,
    organisation: Text,
    durationMinutes: z.number().int(),
    startsAt: z.string().describe('Local time of day at minute 0, HH:MM'),
    seats: z.array(NamedSeat),
    channels: z.array(z.object({ key: z.string(), kind: z.enum(CHANNEL_KINDS), name: Text })),
    partners: z.array(z.object({ key: z.string(), kind: z.string(), name: Text })),
    phases: z
      .array(z.object({ key: z.string(), title: Text, at: z.number().int() }))
      .describe('How the course is divided; empty for players and observers'),
    objectives: z.array(z.object({ key: z.string(), title: Text, tiers: z.array(Tier) })),
    clocks: z.array(z.object({ key: z.string(), title: Text, seat: z.string(), minutes: z.number().int() })),
    plan: z.array(
      z.object({ measure: Text, owner: z.string(), resources: Text, minutes: z.number().nullable() }),
    ),
    /**
     * The injects that will come, in order, for controllers, evaluators, simulators, and observers who may read
     * scenarios anyway; null for everybody else.
     */
    msel: z
      .array(
        z.object({
          key: z.string(),
          title: Text,
          text: Text,
          list: z.enum(['timed', 'conditional', 'deck']),
          at: z.number().int().nullable(),
          phase: z.string(),
          owner: z.string(),
          to: z.union([z.literal('feed'), z.array(z.string())]),
          objectives: z.array(z.string()),
          expected: z.array(z.object({ id: Uuid, seat: z.string(), what: Text, within: z.number().int() })),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'DrillStage' });
export type DrillStage = z.infer<typeof DrillStage>;

/** `clientId` names the request: repeating it gives the first answer. */
const sent = { clientId: Uuid };
export const SendPlayerActionBody = z
  .strictObject({ ...sent, action: PlayerAction })
  .meta({ id: 'SendPlayerActionBody' });
export const SendControlActionBody = z
  .strictObject({ ...sent, action: ControlAction })
  .meta({ id: 'SendControlActionBody' });
export const SendObserverActionBody = z
  .strictObject({ ...sent, action: ObserverAction })
  .meta({ id: 'SendObserverActionBody' });
/** Refused actions stay in the log; `refused` is an error code, and nothing has changed. */
export const SentAction = z
  .object({
    seq: z.number().int().describe('Which of all that the sender sent to this run it was, from 1'),
    at: z.number().int(),
    refused: z.string().nullable(),
    post: z.string().nullable().describe('The post that a reply became'),
  })
  .meta({ id: 'SentAction' });
export type SentAction = z.infer<typeof SentAction>;

export const DrillEventsQuery = z.object({
  after: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
});
/** At most 1,000 events; ask again after the last id until the list is empty. */
export const DrillEventPage = z
  .object({ events: z.array(DrillEvent), clock: DrillClock })
  .meta({ id: 'DrillEventPage' });
export type DrillEventPage = z.infer<typeof DrillEventPage>;

const DrillCard = z.object({
  runId: Uuid,
  title: Text,
  mode: z.enum(['live', 'solo']),
  status: RunStatus,
  plannedFor: IsoDateTime.nullable(),
  role: ParticipantRole,
  seat: Text.nullable(),
  endedAt: IsoDateTime.nullable(),
});
export const MyDrills = z
  .object({
    now: z.array(DrillCard).describe('Lobby open, running or paused'),
    upcoming: z.array(DrillCard),
    past: z.array(DrillCard),
    solo: z.array(
      z.object({
        scenarioId: Uuid,
        title: Text,
        summary: Text,
        crisisType: z.enum(CRISIS_TYPES),
        seat: Text.describe('That somebody of the tier of the reader plays'),
        minutes: z.number().int(),
        played: z.number().int().describe('Runs that the reader has finished'),
      }),
    ),
  })
  .meta({ id: 'MyDrills' });
export type MyDrills = z.infer<typeof MyDrills>;

import type {
  DrillClock,
  DrillRun,
  Participant,
  ParticipantRole,
  ScenarioDocument,
  Tier,
} from '@readyroom/contract';
import { scenarioTime, type RunClock } from './host/drill-clock.js';
import { ONLINE_MS } from './entry/drill-presence.js';

export interface RunRecord extends RunClock {
  id: string;
  title: string | null;
  mode: 'live' | 'solo';
  scenarioId: string;
  versionId: string;
  version: number;
  slug: string;
  plannedFor: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  restartOf: string | null;
  players: number;
  joined: number;
}

export interface ParticipantRecord {
  id: string;
  personId: string;
  name: string;
  employeeNo: string;
  tier: Tier;
  role: ParticipantRole;
  seat: string | null;
  joinedAt: Date | null;
  ready: boolean;
  lastSeenAt: Date | null;
}

export const toClock = (clock: RunClock, now: Date): DrillClock => ({
  status: clock.status,
  at: scenarioTime(clock, now),
  rate: clock.rate,
  serverTime: now.toISOString(),
});

export const toRun = (row: RunRecord, document: ScenarioDocument, now: Date): DrillRun => ({
  id: row.id,
  title: row.title,
  mode: row.mode,
  scenario: {
    id: row.scenarioId,
    versionId: row.versionId,
    version: row.version,
    slug: row.slug,
    title: document.title,
    crisisType: document.crisisType,
  },
  clock: toClock(row, now),
  plannedFor: row.plannedFor?.toISOString() ?? null,
  startedAt: row.startedAt?.toISOString() ?? null,
  endedAt: row.endedAt?.toISOString() ?? null,
  restartOf: row.restartOf,
  players: row.players,
  joined: row.joined,
});

export const toParticipant = (row: ParticipantRecord, now: Date): Participant => ({
  id: row.id,
  person: { id: row.personId, name: row.name, employeeNo: row.employeeNo, tier: row.tier },
  role: row.role,
  seat: row.seat,
  joinedAt: row.joinedAt?.toISOString() ?? null,
  ready: row.ready,
  online: row.lastSeenAt !== null && now.getTime() - row.lastSeenAt.getTime() < ONLINE_MS,
});

import type {
  ControlAction,
  DrillAction,
  DrillEventBody,
  ErrorCode,
  LogEntry,
  PlayerAction,
} from '@readyroom/contract';
import {
  advanceTo,
  applyEntry,
  beginRun,
  type EmittedEvent,
  type RunInputs,
  type RunState,
} from '../index.js';
import { stormScenario } from './storm-scenario.js';

type Body<K extends DrillEventBody['kind']> = Extract<DrillEventBody, { kind: K }>;

/** Plays a run by hand, in minutes, and keeps its log and its events. */
export class RunDriver {
  readonly log: LogEntry[] = [];
  readonly events: EmittedEvent[] = [];
  readonly state: RunState;

  constructor(readonly inputs: RunInputs = { scenario: stormScenario(), seed: 7 }) {
    this.state = beginRun(inputs);
  }

  /** A run that has started, with people at these seats. */
  static started(...played: string[]): RunDriver {
    return new RunDriver().start(...played);
  }

  start(...played: string[]): this {
    this.enter(0, 'system', { kind: 'begin', mode: 'live', played });
    this.control(0, { kind: 'start' });
    return this;
  }

  /** Answers why it was refused, or null. */
  enter(minute: number, by: LogEntry['by'], action: DrillAction): ErrorCode | null {
    const entry = { seq: this.log.length + 1, at: Math.round(minute * 60), by, action };
    this.log.push(entry);
    const { refused, events } = applyEntry(this.state, entry);
    this.events.push(...events);
    return refused;
  }

  act(minute: number, seat: string, action: PlayerAction): ErrorCode | null {
    return this.enter(minute, `seat:${seat}`, action);
  }

  control(minute: number, action: ControlAction): ErrorCode | null {
    return this.enter(minute, 'control', action);
  }

  to(minute: number): this {
    this.events.push(...advanceTo(this.state, minute * 60));
    return this;
  }

  told<K extends DrillEventBody['kind']>(
    kind: K,
  ): (Body<K> & { at: number; audience: EmittedEvent['audience'] })[] {
    return this.events.flatMap(({ at, audience, body }) =>
      body.kind === kind ? [{ ...(body as Body<K>), at, audience }] : [],
    );
  }

  /** Events since a number of them. */
  since(count: number): DrillEventBody[] {
    return this.events.slice(count).map(({ body }) => body);
  }

  get posts() {
    return this.told('posts').flatMap(({ posts }) => posts);
  }
}

/** An id that apps make, readable in tests. */
export const uuid = (n: number): string => `11111111-1111-4111-8111-${String(n).padStart(12, '0')}`;

import { isDeepStrictEqual } from 'node:util';
import type { ControlAction, LogEntry, PlayerAction } from '@readyroom/contract';
import { ENGINE_VERSION, stateHash, type EmittedEvent } from '../../../engine/index.js';
import { ClientIdReused, DrillNotStarted, DrillOver, DrillPaused } from '../drill-run.errors.js';
import type { Answered, Arrival, Earlier, Errand, LoggedEntry, Sender } from './arrival.js';
import { toldByMinute } from './minutes-told.js';
import { followStepBack, isOver, rebase, scenarioTime, wasAsleep } from './drill-clock.js';
import type { RunRow } from './run-row.js';
import type { Veil } from '../veil/veil.js';
import { isSaid, unveiled } from '../veil/veiled-action.js';
import type { WarmRun } from './warm-run.js';

const ASLEEP =
  '服务器一度停止运行，演练已自动暂停。The server stood still for a while; the drill was paused by itself.';

/**
 * One step of a run: takes what has arrived in order, then carries the run forward to now. Changes the row and the
 * state it was given and collects what has to be stored.
 */
export class RunStep {
  readonly entries: LoggedEntry[] = [];
  readonly events: EmittedEvent[] = [];
  private readonly answered = new Map<string, Earlier>();
  private clockChanged = false;

  constructor(
    private readonly row: RunRow,
    private readonly given: {
      /** Null when the run is over: nothing is played any more, only earlier answers are given again. */
      warm: WarmRun | null;
      veil: Veil;
      now: Date;
      joined: readonly string[];
      earlier: ReadonlyMap<string, Earlier>;
    },
  ) {
    if (wasAsleep(row, given.now)) this.fallAsleep();
    followStepBack(row, given.now);
  }

  private get warm(): WarmRun {
    return this.given.warm!;
  }

  /** Whether anybody who watches has something new to see. */
  get visible(): boolean {
    return this.clockChanged || this.events.length > 0;
  }

  get over(): boolean {
    return this.clockChanged && isOver(this.row.status);
  }

  /** @throws ClientIdReused, DrillNotStarted, DrillOver, DrillPaused */
  take(arrival: Arrival): Answered {
    const { from, by } = arrival;
    const known = this.given.earlier.get(from.clientId) ?? this.answered.get(from.clientId);
    if (known) {
      if (known.participantId !== from.participantId || !this.isSame(known, arrival))
        throw new ClientIdReused();
      return known.answer;
    }
    if (isOver(this.row.status)) throw new DrillOver();
    if (this.row.status === 'lobby') {
      if (arrival.kind !== 'control' || !OPENS.has(arrival.action.kind)) throw new DrillNotStarted();
      this.begin();
    }
    // The exercise stands still for everybody: nobody uses the pause to get ahead.
    if (this.row.status === 'paused' && arrival.kind === 'player') throw new DrillPaused();
    const action = this.meant(arrival);
    const at = Math.floor(scenarioTime(this.row, arrival.arrivedAt));
    const logged = this.write({ by, action, at }, from);
    const answer = { ...logged, own: this.warm.sentBy(from.participantId) };
    if (arrival.kind === 'control' && answer.refused === null)
      this.turnClock(arrival.action, arrival.arrivedAt);
    this.answered.set(from.clientId, {
      clientId: from.clientId,
      participantId: from.participantId,
      action: plain(action),
      answer,
    });
    return answer;
  }

  run(errand: Errand): void {
    const { status } = this.row;
    if (errand === 'start' && status === 'lobby') {
      this.begin();
      this.write({ by: 'system', action: { kind: 'start' }, at: 0 }, null);
      this.turnClock({ kind: 'start' }, this.given.now);
    }
    if (errand === 'seats' && status !== 'lobby' && !isOver(status)) this.seat();
  }

  /** Carries the run forward to now. */
  settle(): void {
    const { row } = this;
    if (row.status === 'running') this.tick(Math.floor(scenarioTime(row, this.given.now)));
    row.seenAt = this.given.now;
    row.lastEventId = this.events.at(-1)?.id ?? row.lastEventId;
    if (this.over) row.finalHash = stateHash(this.warm.state);
  }

  private begin(): void {
    const played = [...this.given.joined];
    this.row.played = played;
    this.row.engineVersion = ENGINE_VERSION;
    this.write({ by: 'system', action: { kind: 'begin', mode: this.row.mode, played }, at: 0 }, null);
  }

  private seat(): void {
    const at = Math.floor(scenarioTime(this.row, this.given.now));
    const change = (seat: string, played: boolean) =>
      this.write({ by: 'system', action: { kind: 'seat', seat, played }, at }, null);
    const { played } = this.row;
    for (const seat of this.given.joined) if (!played.includes(seat)) change(seat, true);
    for (const seat of played) if (!this.given.joined.includes(seat)) change(seat, false);
    this.row.played = [...this.given.joined];
  }

  /** Players name things as they are shown to them; the log has their real names. */
  private meant(arrival: Arrival): Arrival['action'] {
    if (arrival.kind !== 'player') return arrival.action;
    return unveiled(this.given.veil, arrival.action, this.warm.state.posts);
  }

  private isSame({ action }: Earlier, arrival: Arrival): boolean {
    if (arrival.kind !== 'player') return isDeepStrictEqual(action, plain(arrival.action));
    return isSaid(this.given.veil, action as PlayerAction, plain(arrival.action));
  }

  private fallAsleep(): void {
    const { row } = this;
    const at = scenarioTime(row, row.seenAt);
    this.write({ by: 'system', action: { kind: 'pause', reason: ASLEEP }, at: Math.floor(at) }, null);
    if (isOver(row.status)) return;
    row.status = 'paused';
    rebase(row, at, row.seenAt);
    this.clockChanged = true;
  }

  private write(entry: Omit<LogEntry, 'seq'>, from: Sender | null): Omit<Answered, 'own'> {
    const seq = ++this.row.lastSeq;
    this.row.tickedTo = Math.max(this.row.tickedTo, entry.at);
    const { refused, events } = this.warm.apply({ ...entry, seq }, from?.participantId ?? null);
    this.entries.push({ ...entry, seq, from, refused });
    this.tell(events);
    this.finish();
    return { seq, at: entry.at, refused };
  }

  private tick(at: number): void {
    this.tell(this.warm.advance(at));
    this.row.tickedTo = Math.max(this.row.tickedTo, at);
    this.finish();
  }

  private tell(events: readonly EmittedEvent[]): void {
    this.events.push(...toldByMinute(events, (post) => this.given.veil.ref(post)));
  }

  /** The engine knows when a run is over: its time is up, or somebody ended it. */
  private finish(): void {
    const { row } = this;
    const { stage, at } = this.warm.state;
    if ((stage !== 'ended' && stage !== 'stopped') || isOver(row.status)) return;
    row.status = stage;
    row.endedAt = this.given.now;
    row.tickedTo = Math.max(row.tickedTo, at);
    rebase(row, row.tickedTo, this.given.now);
    this.clockChanged = true;
  }

  private turnClock(action: ControlAction, wall: Date): void {
    const { row } = this;
    const at = scenarioTime(row, wall);
    switch (action.kind) {
      case 'start':
        if (row.status !== 'lobby') return;
        row.status = 'running';
        row.startedAt = wall;
        rebase(row, 0, wall);
        break;
      case 'pause':
        if (row.status !== 'running') return;
        row.status = 'paused';
        rebase(row, at, wall);
        break;
      case 'resume':
        if (row.status !== 'paused') return;
        row.status = 'running';
        rebase(row, at, wall);
        break;
      case 'set_rate':
        row.rate = action.rate;
        rebase(row, at, wall);
        break;
      case 'jump':
        if (isOver(row.status)) return;
        rebase(row, Math.max(at, Math.min(action.toMinute * 60, row.endsAt)), wall);
        this.tick(Math.floor(row.baseAt));
        break;
      default:
        return;
    }
    this.clockChanged = true;
  }
}

/** A drill that never started can also be called off. */
const OPENS: ReadonlySet<ControlAction['kind']> = new Set(['start', 'end', 'stop']);

/** As it comes back from the database: without keys that are undefined. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

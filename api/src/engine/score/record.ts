import type {
  DrillEvent,
  DrillEventBody,
  FeedPost,
  LogEntry,
  PlayerAction,
  ScenarioDocument,
  SeatDocument,
  TriageTruth,
} from '@readyroom/contract';
import { TraceFinder } from './traces.js';

export type TruthOfPost = TriageTruth & { readonly stance?: 'hostile' | 'questioning' | 'supportive' };

export interface ScoreInputs {
  readonly scenario: ScenarioDocument;
  readonly log: readonly LogEntry[];
  /** All events of the run, those for staff included. */
  readonly events: readonly DrillEvent[];
  /** Hidden truth of the posts, scripted and generated, by post id. */
  readonly truths: Readonly<Record<string, TruthOfPost>>;
}

/** Something a player did that counted. */
export interface Deed<K extends PlayerAction['kind'] = PlayerAction['kind']> {
  readonly seq: number;
  readonly at: number;
  readonly seat: string;
  readonly action: Extract<PlayerAction, { kind: K }>;
}

type Body<K extends DrillEventBody['kind']> = Extract<DrillEventBody, { kind: K }>;
export type Told<K extends DrillEventBody['kind']> = Body<K> & { readonly at: number };

/** Ranks of the tiers; a message to a higher one goes up. */
const RANK = { frontline: 0, manager: 1, executive: 2 } as const;

/** Log and events of a run, ordered for scoring. Refused actions and what simulated seats did are left out. */
export class RunRecord {
  readonly scenario: ScenarioDocument;
  readonly truths: ScoreInputs['truths'];
  /** Last moment there is, in seconds. */
  readonly end: number;
  /** Keys of the seats that people played, in the order of the cast. */
  readonly played: readonly string[];
  readonly posts: ReadonlyMap<string, FeedPost>;
  /** First feed inject or first scripted post, in seconds. */
  readonly crisisStart: number | null;
  private readonly deedsByKind = new Map<string, Deed[]>();
  private readonly toldByKind = new Map<string, Told<DrillEventBody['kind']>[]>();
  private readonly seats: ReadonlyMap<string, SeatDocument>;

  constructor(readonly inputs: ScoreInputs) {
    this.scenario = inputs.scenario;
    this.truths = inputs.truths;
    this.seats = new Map(inputs.scenario.seats.map((s) => [s.key, s]));
    for (const { at, body } of inputs.events) push(this.toldByKind, body.kind, { ...body, at });
    this.end = endOf(inputs);
    const acted = new Set<string>();
    for (const deed of deedsOf(inputs, this.seats)) {
      acted.add(deed.seat);
      push(this.deedsByKind, deed.action.kind, deed);
    }
    for (const told of this.told('seat')) if (told.played) acted.add(told.seat);
    this.played = inputs.scenario.seats.map((s) => s.key).filter((key) => acted.has(key));
    this.posts = postsOf(this.told('posts'));
    this.crisisStart = this.startOfCrisis();
  }

  /** What players did, by time; in the same second by seat, so that the order of simultaneous entries is no matter. */
  deeds<K extends PlayerAction['kind']>(kind: K): readonly Deed<K>[] {
    return (this.deedsByKind.get(kind) ?? []) as unknown as Deed<K>[];
  }

  told<K extends DrillEventBody['kind']>(kind: K): readonly Told<K>[] {
    return (this.toldByKind.get(kind) ?? []) as unknown as Told<K>[];
  }

  isPlayed(seat: string): boolean {
    return this.played.includes(seat);
  }

  /** Whether a person was at the seat at that moment; where no event says so, acting anywhere in the run does. */
  isPlayedAt(seat: string, at: number): boolean {
    const told = this.told('seat').filter((t) => t.seat === seat);
    if (told.length === 0) return this.isPlayed(seat);
    return told.filter((t) => t.at <= at).at(-1)?.played === true;
  }

  seat(key: string): SeatDocument | undefined {
    return this.seats.get(key);
  }

  playsTier(...tiers: readonly SeatDocument['tier'][]): boolean {
    return this.played.some((key) => tiers.includes(this.seats.get(key)!.tier));
  }

  /** Whether a message from this seat reaches one of a higher tier. */
  goesUp(from: string, to: readonly string[]): boolean {
    const rank = (key: string): number => RANK[this.seats.get(key)?.tier ?? 'frontline'];
    return to.some((key) => this.seats.has(key) && rank(key) > rank(from));
  }

  private startOfCrisis(): number | null {
    const scripted = new Set(this.scenario.posts.map((p) => p.key));
    const moments = [
      ...this.told('inject')
        .filter((i) => i.to === 'feed')
        .map((i) => i.at),
      ...[...this.posts.values()].filter((p) => scripted.has(p.id)).map((p) => p.at),
    ];
    return moments.length === 0 ? null : moments.reduce((a, b) => (a < b ? a : b));
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function endOf({ log, events }: ScoreInputs): number {
  let end = 0;
  for (const { at } of log) if (at > end) end = at;
  for (const { at, body } of events) {
    if (body.kind === 'status' && (body.status === 'ended' || body.status === 'stopped')) return at;
    if (at > end) end = at;
  }
  return end;
}

function deedsOf({ log, events }: ScoreInputs, seats: ReadonlyMap<string, SeatDocument>): Deed[] {
  const finder = new TraceFinder(events);
  const deeds: Deed[] = [];
  for (const { seq, at, by, action } of [...log].sort((a, b) => a.seq - b.seq)) {
    if (!by.startsWith('seat:')) continue;
    const seat = by.slice('seat:'.length);
    const mine = action as PlayerAction;
    if (seats.has(seat) && finder.take(mine, seat, seq, at)) deeds.push({ seq, at, seat, action: mine });
  }
  return deeds.sort((a, b) => a.at - b.at || (a.seat < b.seat ? -1 : a.seat > b.seat ? 1 : a.seq - b.seq));
}

function postsOf(told: readonly Told<'posts'>[]): Map<string, FeedPost> {
  const posts = new Map<string, FeedPost>();
  for (const { posts: shown } of told) for (const post of shown) posts.set(post.id, post);
  return posts;
}

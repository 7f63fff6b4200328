import type {
  AlertLevel,
  DrillEvent,
  DrillEventBody,
  FeedPost,
  LogEntry,
  Metric,
  MetricKey,
  ObserverAction,
  PlayerAction,
  RunScore,
  ScenarioDocument,
} from '@readyroom/contract';
import type { ScoreInputs, TruthOfPost } from '../record.js';
import { scoreRun } from '../score-run.js';
import { tinyScenario } from './tiny-scenario.js';

const text = { zh: '文', en: 'text' };
const RANK: Record<string, number> = { desk: 0, lead: 1, chief: 2 };

/** Log and events of a run, put down by hand in minutes; what a player does leaves the trace the engine would. */
export class RunSketch {
  readonly log: LogEntry[] = [];
  readonly events: DrillEvent[] = [];
  readonly truths: Record<string, TruthOfPost> = {};

  constructor(readonly scenario: ScenarioDocument = tinyScenario()) {}

  played(...seats: string[]): this {
    for (const seat of seats) this.tell(0, { kind: 'seat', seat, played: true });
    return this;
  }

  ends(minute: number): this {
    return this.tell(minute, { kind: 'status', status: 'ended', reason: null });
  }

  tell(minute: number, body: DrillEventBody): this {
    this.events.push({ id: this.events.length + 1, at: Math.round(minute * 60), body });
    return this;
  }

  inject(minute: number, inject: string, to: 'feed' | string[]): this {
    const from = { kind: 'control', key: null, name: text, handle: null, followers: null } as const;
    return this.tell(minute, { kind: 'inject', inject, from, channel: null, to, text, card: null });
  }

  post(minute: number, id: string, truth?: Partial<TruthOfPost>, from?: Partial<FeedPost>): this {
    if (truth)
      this.truths[id] = { class: 'noise', priority: 'low', escalate: false, veracity: 'unclear', ...truth };
    const post: FeedPost = {
      id,
      at: Math.round(minute * 60),
      channel: 'weibo',
      channelKind: 'microblog',
      from: { kind: 'persona', key: 'citizen', name: text, handle: 'x', followers: 1 },
      text,
      replyTo: null,
      likes: 0,
      reposts: 0,
      comments: 0,
      ...from,
    };
    return this.tell(minute, { kind: 'posts', posts: [post] });
  }

  heat(...values: [minute: number, heat: number][]): this {
    for (const [minute, heat] of values)
      this.tell(minute, {
        kind: 'indicators',
        sample: {
          minute,
          volume: heat * 10,
          velocity: 0,
          negativeShare: heat,
          heat,
          complaints: 0,
          silence: 0,
          hostile: 0,
          questioning: 0,
          supportive: 0,
        },
      });
    return this;
  }

  clock(minute: number, state: 'started' | 'met' | 'missed', dueAt: number): this {
    return this.tell(minute, {
      kind: 'clock',
      clock: 'report',
      title: text,
      seat: 'lead',
      state,
      dueAt: dueAt * 60,
    });
  }

  expects(minute: number, inject: string, kind: string, state: 'open' | 'met' | 'missed'): this {
    const expected = this.scenario.items
      .find((i) => i.key === inject)!
      .expected.find((e) => e.kind === kind)!;
    const opened = this.events.find(
      (e) => e.body.kind === 'expectation' && e.body.expected === expected.id && e.body.state === 'open',
    );
    const dueAt = (opened?.at ?? minute * 60) + expected.within * 60;
    return this.tell(minute, {
      kind: 'expectation',
      expected: expected.id,
      inject,
      seat: expected.seat,
      what: expected.what,
      state,
      dueAt,
    });
  }

  statement(
    minute: number,
    seat: string,
    statement: string,
    version: number,
    state: 'draft' | 'submitted' | 'approved' | 'returned' | 'published',
    waitingFor: string | null = null,
    elements: Extract<DrillEventBody, { kind: 'statement' }>['elements'] = [],
  ): this {
    return this.tell(minute, {
      kind: 'statement',
      statement,
      version,
      state,
      by: seat,
      waitingFor,
      strategy: 'inform',
      elements,
      outlets: ['microblog'],
      text,
      corrects: null,
      reason: null,
    });
  }

  /** Only the entry: a refused action, or one whose trace is put down by itself. */
  entry(minute: number, by: LogEntry['by'], action: LogEntry['action']): number {
    const seq = this.log.length + 1;
    this.log.push({ seq, at: Math.round(minute * 60), by, action });
    return seq;
  }

  rate(minute: number, objective: string, seat: string | null, rating: 'P' | 'S' | 'M' | 'U'): number {
    const action: ObserverAction = { kind: 'rate', objective, seat, rating, note: '' };
    return this.entry(minute, 'evaluator', action);
  }

  triage(minute: number, seat: string, post: string, judged: Partial<TriageAction> = {}): number {
    return this.act(minute, seat, {
      kind: 'triage',
      post,
      class: 'noise',
      priority: 'low',
      duplicateOf: null,
      escalate: false,
      ...judged,
    });
  }

  raise(minute: number, seat: string, level: AlertLevel): number {
    return this.act(minute, seat, { kind: 'raise_alert', level, reason: 'reason' });
  }

  acknowledge(minute: number, seat: string, what: string): number {
    return this.act(minute, seat, { kind: 'acknowledge', what });
  }

  message(minute: number, seat: string, id: string, to: string[], about?: string): number {
    const action = { kind: 'message', message: id, to, text: 'text' } as const;
    return this.act(minute, seat, about === undefined ? action : { ...action, about });
  }

  publish(
    minute: number,
    seat: string,
    statement: string,
    version: number,
    elements: Extract<DrillEventBody, { kind: 'statement' }>['elements'] = [],
  ): number {
    this.statement(minute, seat, statement, version, 'published', null, elements);
    return this.entry(minute, `seat:${seat}`, { kind: 'publish_statement', statement, version });
  }

  decide(minute: number, card: string, option: string, confidence: number): number {
    return this.act(minute, 'chief', { kind: 'decide', card, option, confidence, rationale: '' });
  }

  act(minute: number, seat: string, action: PlayerAction): number {
    const seq = this.entry(minute, `seat:${seat}`, action);
    const body = this.traceOf(seat, action);
    if (body) this.tell(minute, body);
    return seq;
  }

  inputs(): ScoreInputs {
    return { scenario: this.scenario, log: this.log, events: this.events, truths: this.truths };
  }

  score(): RunScore {
    return scoreRun(this.inputs());
  }

  /** Value, met, count, of, evidence of one line. */
  line(key: MetricKey, seat: string | null = null, part: string | null = null): Metric | undefined {
    return lineOf(this.score(), key, seat, part);
  }

  private traceOf(seat: string, action: PlayerAction): DrillEventBody | null {
    switch (action.kind) {
      case 'triage':
        return { ...action, kind: 'triaged', by: seat };
      case 'raise_alert':
        return { kind: 'alert', level: action.level, by: seat, reason: action.reason };
      case 'set_threshold':
        return { ...action, kind: 'threshold', by: seat };
      case 'acknowledge':
        return { kind: 'acknowledged', what: action.what, seat };
      case 'file_sitrep':
        return { ...action, kind: 'sitrep', by: seat };
      case 'notify':
        return { kind: 'contacted', partner: 'cac', clock: action.clock, by: seat, text: action.text };
      case 'decide':
        return {
          kind: 'card_closed',
          card: action.card,
          seat,
          option: action.option,
          by: 'player',
          confidence: action.confidence,
          rationale: '',
          consequence: text,
        };
      case 'message': {
        const rank = action.to.map((to) => RANK[to]! - RANK[seat]!).sort((a, b) => b - a)[0]!;
        return {
          kind: 'message',
          message: action.message,
          from: seat,
          to: action.to,
          text: { zh: action.text, en: action.text },
          about: action.about ?? null,
          direction: rank > 0 ? 'up' : rank < 0 ? 'down' : 'sideways',
        };
      }
      default:
        return null;
    }
  }
}

type TriageAction = Extract<PlayerAction, { kind: 'triage' }>;

export const lineOf = (
  score: RunScore,
  key: MetricKey,
  seat: string | null = null,
  part: string | null = null,
): Metric | undefined =>
  [...score.metrics, ...score.seats.flatMap((s) => s.metrics)].find(
    (m) => m.key === key && m.seat === seat && m.part === part,
  );

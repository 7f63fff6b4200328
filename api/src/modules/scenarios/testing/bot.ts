import type {
  DecisionCardDocument,
  DrillAction,
  DrillEventBody,
  LogEntry,
  ScenarioDocument,
} from '@readyroom/contract';
import {
  applyEntry,
  advanceTo,
  beginRun,
  cumulativeHostile,
  type EmittedEvent,
  type RunState,
} from '../../../engine/index.js';

/** How people play: the best option of every card and what it takes, the worst and nothing else, or nothing. */
export type Play = 'strong' | 'weak' | 'idle';

export interface Played {
  readonly seed: number;
  /** Nobody takes part when it is null. */
  readonly play: Play | null;
  /** Who takes part; everybody when left out. */
  readonly seats?: readonly string[];
  readonly minutes?: number;
}

type Body<K extends DrillEventBody['kind']> = Extract<DrillEventBody, { kind: K }>;

/** How long a bot takes to answer, in minutes. */
const TAKES = 2;
const SECOND_STATEMENT = 0.45;
const FIRST_STATEMENT = 16;

/** Plays a scenario to its end. With no play nobody takes part, and all seats are simulated. */
export class Bot {
  readonly refused: string[] = [];
  private readonly events: EmittedEvent[] = [];
  private readonly state: RunState;
  private readonly play: Play | null;
  private readonly todo: { at: number; by: string; action: DrillAction }[] = [];
  private seen = 0;
  private seq = 0;

  constructor(
    private readonly scenario: ScenarioDocument,
    { seed, play, seats, minutes = scenario.durationMinutes }: Played,
  ) {
    this.state = beginRun({ scenario, seed });
    this.play = play;
    const played = play === null ? [] : (seats ?? scenario.seats.map(({ key }) => key));
    this.enter(0, 'system', { kind: 'begin', mode: seats ? 'solo' : 'live', played: [...played] });
    this.enter(0, 'control', { kind: 'start' });
    if (play === 'strong') {
      this.speak('first', FIRST_STATEMENT, 'inform');
      this.speak('second', Math.round(scenario.durationMinutes * SECOND_STATEMENT), 'rebuild');
    }
    for (let minute = 0; minute < minutes; minute++) this.minute(minute);
    this.events.push(...advanceTo(this.state, minutes * 60));
  }

  get hostile(): number {
    return cumulativeHostile(this.state).at(-1)!;
  }

  told<K extends DrillEventBody['kind']>(kind: K): (Body<K> & { at: number })[] {
    return this.events.flatMap(({ at, body }) => (body.kind === kind ? [{ ...(body as Body<K>), at }] : []));
  }

  private minute(minute: number): void {
    this.events.push(...advanceTo(this.state, minute * 60));
    if (this.play === 'strong' || this.play === 'weak') this.react(minute, this.play);
    for (const due of this.todo.filter(({ at }) => at === minute)) this.enter(minute, due.by, due.action);
  }

  private react(minute: number, play: Play): void {
    const fresh = this.events.slice(this.seen);
    this.seen = this.events.length;
    for (const { body } of fresh) {
      if (body.kind === 'inject' && body.card) this.answer(minute, body.card, play);
      if (play !== 'strong') continue;
      if (body.kind === 'posts') for (const { id } of body.posts) this.judge(minute, id);
      if (body.kind === 'clock' && body.state === 'started') this.notify(minute, body.clock);
    }
  }

  private answer(minute: number, { key, seat }: { key: string; seat: string }, play: Play): void {
    const option = worthOf(cardOf(this.scenario, key), play);
    const action = { kind: 'decide', card: key, option, confidence: 70, rationale: 'x' } as const;
    this.todo.push({ at: minute + TAKES, by: `seat:${seat}`, action });
  }

  private judge(minute: number, id: string): void {
    const post = this.scenario.posts.find(({ key }) => key === id);
    if (!post?.truth.escalate) return;
    this.todo.push({
      at: minute + TAKES,
      by: `seat:${this.scenario.solo.seats.frontline}`,
      action: {
        kind: 'triage',
        post: id,
        class: post.truth.class,
        priority: post.truth.priority,
        duplicateOf: null,
        escalate: true,
      },
    });
  }

  private notify(minute: number, key: string): void {
    const clock = this.scenario.clocks.find((one) => one.key === key)!;
    this.todo.push({
      at: minute + TAKES,
      by: `seat:${clock.seat}`,
      action: { kind: 'notify', clock: key, text: 'x' },
    });
  }

  private speak(name: string, at: number, strategy: 'inform' | 'rebuild'): void {
    const seat = this.scenario.seats.find(({ key }) => key === this.scenario.solo.seats.manager)!;
    const statement = name === 'first' ? ONE : TWO;
    const by = `seat:${seat.key}`;
    const version = 1;
    const publisher = seat.mayPublish ? seat.key : seat.approvers.at(-1)!;
    this.todo.push(
      {
        at,
        by,
        action: {
          kind: 'draft_statement',
          statement,
          strategy,
          elements: ['what_happened', 'who_is_affected', 'what_we_do', 'next_update', 'apology'],
          outlets: ['official_site', 'microblog'],
          text: 'x',
        },
      },
      { at, by, action: { kind: 'submit_statement', statement } },
      ...seat.approvers.map((approver) => ({
        at: at + TAKES,
        by: `seat:${approver}`,
        action: { kind: 'approve_statement', statement, version } as const,
      })),
      {
        at: at + TAKES,
        by: `seat:${publisher}`,
        action: { kind: 'publish_statement', statement, version },
      },
    );
  }

  private enter(minute: number, by: string, action: DrillAction): void {
    const entry = { seq: ++this.seq, at: minute * 60, by, action } as LogEntry;
    const { refused, events } = applyEntry(this.state, entry);
    if (refused !== null) this.refused.push(`${minute} ${by} ${action.kind}: ${refused}`);
    this.events.push(...events);
  }
}

const ONE = '11111111-1111-4111-8111-111111111111';
const TWO = '22222222-2222-4222-8222-222222222222';

function cardOf({ items, deck }: ScenarioDocument, key: string): DecisionCardDocument {
  return [...items, ...deck].flatMap(({ card }) => card ?? []).find((card) => card.key === key)!;
}

/** The option that is wanted; when no option is weak, the default. */
const worthOf = ({ options, default: otherwise }: DecisionCardDocument, play: Play): string =>
  options.find(({ quality }) => quality === play)?.key ?? otherwise;

import type {
  DrillEvent,
  DrillEventBody,
  FeedPost,
  IndicatorSample,
  OpenCard,
  Sender,
} from './drill-events.js';
import type { Text } from './common.js';

type Body<K extends DrillEventBody['kind']> = Extract<DrillEventBody, { kind: K }>;
type Kept<K extends DrillEventBody['kind']> = Omit<Body<K>, 'kind'> & { at: number; id: number };

/** Something addressed to seats: an inject or a message of another player. */
export interface InboxItem {
  /** Inject key or message id; what `acknowledge` names. */
  what: string;
  at: number;
  id: number;
  from: Sender | { kind: 'seat'; key: string };
  to: readonly string[];
  text: Text;
  about: string | null;
  direction: 'up' | 'down' | 'sideways' | null;
  acknowledgedBy: readonly string[];
}

export interface CardView {
  card: OpenCard;
  inject: string;
  closed: Kept<'card_closed'> | null;
}

/** What a participant sees, worked out from the events so far and nothing else. */
export interface DrillView {
  lastId: number;
  status: Body<'status'>['status'];
  reason: string | null;
  rate: number | null;
  phase: Kept<'phase'> | null;
  posts: ReadonlyMap<string, FeedPost>;
  inbox: readonly InboxItem[];
  cards: readonly CardView[];
  /** Newest version last. */
  statements: ReadonlyMap<string, readonly Kept<'statement'>[]>;
  clocks: ReadonlyMap<string, Kept<'clock'>>;
  indicators: readonly IndicatorSample[];
  trending: Body<'trending'>['topics'];
  thresholds: readonly Kept<'threshold'>[];
  alarms: readonly Kept<'alarm'>[];
  alert: Kept<'alert'> | null;
  sitreps: readonly Kept<'sitrep'>[];
  /** By post: the latest mark. */
  triage: ReadonlyMap<string, Kept<'triaged'>>;
  contacts: readonly Kept<'contacted'>[];
  /** By id of the expected action; staff only. */
  expectations: ReadonlyMap<string, Kept<'expectation'>>;
  injectStates: ReadonlyMap<string, Body<'inject_state'>['state']>;
  /** Injects that the facilitator has worded another way, with these words; staff only. */
  edits: ReadonlyMap<string, Text>;
  delivered: ReadonlyMap<string, number>;
  ratings: readonly Kept<'rated'>[];
  notes: readonly Kept<'noted'>[];
  played: ReadonlyMap<string, boolean>;
}

export const emptyDrillView: DrillView = {
  lastId: 0,
  status: 'lobby',
  reason: null,
  rate: null,
  phase: null,
  posts: new Map(),
  inbox: [],
  cards: [],
  statements: new Map(),
  clocks: new Map(),
  indicators: [],
  trending: [],
  thresholds: [],
  alarms: [],
  alert: null,
  sitreps: [],
  triage: new Map(),
  contacts: [],
  expectations: new Map(),
  injectStates: new Map(),
  edits: new Map(),
  delivered: new Map(),
  ratings: [],
  notes: [],
  played: new Map(),
};

const put = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

/** Events that came already, or out of order before `lastId`, change nothing. */
export function reduceDrill(view: DrillView, events: readonly DrillEvent[]): DrillView {
  return events.reduce((now, event) => (event.id <= now.lastId ? now : next(now, event)), view);
}

function next(before: DrillView, { id, at, body }: DrillEvent): DrillView {
  const view = { ...before, lastId: id };
  const kept = { at, id };
  switch (body.kind) {
    case 'status':
      return { ...view, status: body.status, reason: body.reason };
    case 'pace':
      return { ...view, rate: body.rate };
    case 'phase':
      return { ...view, phase: { ...kept, phase: body.phase, title: body.title } };
    case 'inject':
      return {
        ...view,
        delivered: put(view.delivered, body.inject, at),
        inbox: body.to === 'feed' ? view.inbox : [...view.inbox, injected(body, kept)],
        cards: body.card
          ? [...view.cards, { card: body.card, inject: body.inject, closed: null }]
          : view.cards,
      };
    case 'card_closed':
      return {
        ...view,
        cards: view.cards.map((one) =>
          one.card.key === body.card && !one.closed ? { ...one, closed: { ...kept, ...body } } : one,
        ),
      };
    case 'posts': {
      const posts = new Map(view.posts);
      for (const post of body.posts) posts.set(post.id, post);
      return { ...view, posts };
    }
    case 'engagement': {
      const posts = new Map(view.posts);
      for (const { id: post, ...counts } of body.changes) {
        const known = posts.get(post);
        if (known) posts.set(post, { ...known, ...counts });
      }
      return { ...view, posts };
    }
    case 'trending':
      return { ...view, trending: body.topics };
    case 'indicators':
      return { ...view, indicators: [...view.indicators, body.sample] };
    case 'message':
      return { ...view, inbox: [...view.inbox, messaged(body, kept)] };
    case 'acknowledged':
      return {
        ...view,
        inbox: view.inbox.map((item) =>
          item.what === body.what && !item.acknowledgedBy.includes(body.seat)
            ? { ...item, acknowledgedBy: [...item.acknowledgedBy, body.seat] }
            : item,
        ),
      };
    case 'statement':
      return {
        ...view,
        statements: put(view.statements, body.statement, [
          ...(view.statements.get(body.statement) ?? []),
          { ...kept, ...body },
        ]),
      };
    case 'clock':
      return { ...view, clocks: put(view.clocks, body.clock, { ...kept, ...body }) };
    case 'contacted':
      return { ...view, contacts: [...view.contacts, { ...kept, ...body }] };
    case 'threshold':
      return { ...view, thresholds: [...view.thresholds, { ...kept, ...body }] };
    case 'alarm':
      return { ...view, alarms: [...view.alarms, { ...kept, ...body }] };
    case 'alert':
      return { ...view, alert: { ...kept, ...body } };
    case 'sitrep':
      return { ...view, sitreps: [...view.sitreps, { ...kept, ...body }] };
    case 'triaged':
      return { ...view, triage: put(view.triage, body.post, { ...kept, ...body }) };
    case 'expectation':
      return { ...view, expectations: put(view.expectations, body.expected, { ...kept, ...body }) };
    case 'inject_state':
      return { ...view, injectStates: put(view.injectStates, body.inject, body.state) };
    case 'inject_edited':
      return { ...view, edits: put(view.edits, body.inject, body.text) };
    case 'rated':
      return { ...view, ratings: [...view.ratings, { ...kept, ...body }] };
    case 'noted':
      return { ...view, notes: [...view.notes, { ...kept, ...body }] };
    case 'seat':
      return { ...view, played: put(view.played, body.seat, body.played) };
  }
}

const injected = (body: Body<'inject'>, kept: { at: number; id: number }): InboxItem => ({
  ...kept,
  what: body.inject,
  from: body.from,
  to: body.to === 'feed' ? [] : body.to,
  text: body.text,
  about: null,
  direction: null,
  acknowledgedBy: [],
});

const messaged = (body: Body<'message'>, kept: { at: number; id: number }): InboxItem => ({
  ...kept,
  what: body.message,
  from: { kind: 'seat', key: body.from },
  to: body.to,
  text: body.text,
  about: body.about,
  direction: body.direction,
  acknowledgedBy: [],
});

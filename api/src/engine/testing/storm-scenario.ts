import { ScenarioDocument } from '@readyroom/contract';

/** Stands wherever something must never be told to players. */
export const CANARY = 'canary';

/** A scenario for tests of the engine with every kind of thing in it; always the same, ids included. */
export function stormScenario(more: Partial<ScenarioDocument> = {}): ScenarioDocument {
  const id = ids();
  return ScenarioDocument.parse({
    id: id(),
    slug: 'storm',
    title: text('Storm'),
    summary: text('summary'),
    briefing: text('briefing'),
    crisisType: 'technical',
    cluster: 'preventable',
    organisation: {
      name: text('Cloudrest'),
      industry: text('retail'),
      crisisHistory: false,
      reputation: 'neutral',
    },
    startsAt: '09:00',
    durationMinutes: 120,
    rate: 12,
    solo: { durationMinutes: 60, rate: 6, seats: { executive: 'chief', manager: 'lead', frontline: 'desk' } },
    opinion: { population: 50_000, background: 30, halfHeat: 400 },
    phases: [
      { key: 'rise', title: text('rise'), at: 0 },
      { key: 'peak', title: text('peak'), at: 40 },
      { key: 'fall', title: text('fall'), at: 90 },
    ],
    objectives: ['speed', 'truth', 'care'].map((key) => ({
      id: id(),
      key,
      title: text(key),
      tiers: ['manager'],
      course: 'early-warning',
    })),
    ...cast(id),
    variables: [
      { key: `${CANARY}-told`, initial: false },
      { key: 'calls', initial: 0 },
    ],
    items: items(id),
    deck: deck(id),
    ...feed(id),
    ...plan(id),
    ...more,
  });
}

const text = (en: string) => ({ zh: `${en}（中文）`, en });
const hidden = (en: string) => text(`${CANARY} ${en}`);
type Ids = () => string;

function ids(): Ids {
  let n = 0;
  return () => `00000000-0000-4000-8000-${String(++n).padStart(12, '0')}`;
}

function cast(id: Ids) {
  const seat = (key: string, tier: string, approvers: string[], mayPublish = false) => ({
    id: id(),
    key,
    tier,
    title: text(`seat ${key}`),
    department: text('department'),
    duties: text(`duties of ${key}`),
    approvers,
    mayPublish,
  });
  const persona = (key: string, kind: string, stance: string, followers: number) => ({
    id: id(),
    key,
    name: text(key),
    handle: `@${key}`,
    kind,
    followers,
    stance,
  });
  return {
    seats: [
      seat('desk', 'frontline', ['lead', 'chief']),
      seat('lead', 'manager', ['chief']),
      seat('press', 'manager', ['chief'], true),
      seat('chief', 'executive', [], true),
    ],
    personas: [
      persona('ann', 'citizen', 'hostile', 300),
      persona('ben', 'citizen', 'hostile', 5_000),
      persona('cat', 'citizen', 'questioning', 800),
      persona('dan', 'citizen', 'questioning', 120),
      persona('eve', 'citizen', 'supportive', 90),
      persona('daily', 'media', 'questioning', 900_000),
      persona('star', 'influencer', 'hostile', 2_000_000),
    ],
    channels: [
      { id: id(), key: 'weibo', kind: 'microblog', name: text('weibo') },
      { id: id(), key: 'news', kind: 'news', name: text('news') },
      { id: id(), key: 'hotline', kind: 'complaint_line', name: text('hotline') },
      { id: id(), key: 'mail', kind: 'internal_mail', name: text('mail') },
      { id: id(), key: 'site', kind: 'official_site', name: text('site') },
    ],
    partners: [
      { id: id(), key: 'authority', name: text('authority'), kind: 'authority' },
      { id: id(), key: 'lab', name: text('laboratory'), kind: 'expert' },
    ],
  };
}

const inject = (id: Ids, key: string, to: 'feed' | string[], more: object) => ({
  id: id(),
  key,
  title: hidden(`title of ${key}`),
  phase: 'rise',
  from: 'control',
  channel: to === 'feed' ? 'weibo' : 'mail',
  to,
  text: text(`what ${key} says`),
  owner: 'lead',
  objectives: ['speed'],
  ...more,
});

const expected = (id: Ids, kind: string, seat: string, within: number, to?: string) => ({
  id: id(),
  kind,
  seat,
  within,
  what: hidden(`${kind} by ${seat}`),
  ...(to === undefined ? {} : { to }),
});

function card(id: Ids, key: string, seat: string, effects: Record<string, object[]>) {
  const quality = ['strong', 'acceptable', 'weak'];
  return {
    id: id(),
    key,
    seat,
    prompt: text(`prompt of ${key}`),
    minutes: 20,
    default: 'wait',
    options: Object.entries(effects).map(([option, own], n) => ({
      id: id(),
      key: option,
      label: text(option),
      consequence: text(`consequence of ${option}`),
      quality: quality[n % 3],
      effects: own,
    })),
  };
}

const items = (id: Ids) => [
  inject(id, 'spark', 'feed', {
    at: 0,
    from: 'persona:star',
    expected: [expected(id, 'escalate', 'desk', 10, 'lead'), expected(id, 'raise_alert', 'desk', 20, 'blue')],
    effects: [{ shock: { posts: 240, minutes: 60 } }],
  }),
  inject(id, 'call', ['desk', 'lead'], {
    at: 2,
    expected: [
      expected(id, 'acknowledge', 'lead', 8),
      expected(id, 'message', 'lead', 15, 'press'),
      expected(id, 'reply', 'desk', 20),
    ],
  }),
  inject(id, 'ask', ['chief', 'press'], {
    at: 5,
    from: 'seat:press',
    expected: [expected(id, 'decide', 'chief', 20)],
    card: card(id, 'go', 'chief', {
      tell: [{ attribution: -0.05 }, { set: { variable: `${CANARY}-told`, to: true } }],
      ask: [{ fire: 'help' }],
      wait: [{ attribution: 0.05 }, { shock: { posts: 60, minutes: 30 } }],
    }),
  }),
  inject(id, 'ask-desk', ['desk'], {
    at: 6,
    card: card(id, 'script', 'desk', {
      known: [{ set: { variable: 'calls', to: 1 } }],
      wait: [{ phase: 'peak' }],
    }),
  }),
  inject(id, 'nudge', ['lead'], {
    when: { escalated: 'p3' },
    expected: [expected(id, 'sitrep', 'lead', 30)],
  }),
  inject(id, 'quiet', 'feed', {
    when: {
      all: [
        { measure: 'silence', above: 40 },
        { measure: 'heat', above: 5 },
      ],
    },
    from: 'persona:daily',
    channel: 'news',
    effects: [{ shock: { posts: 80, minutes: 20 } }],
  }),
  inject(id, 'told', ['lead'], { when: { variable: `${CANARY}-told`, is: true } }),
  inject(id, 'waited', ['press'], {
    when: { any: [{ expired: 'go' }, { decided: { card: 'go', option: 'wait' } }] },
  }),
  inject(id, 'authority-calls', ['lead'], {
    at: 30,
    from: 'partner:authority',
    expected: [expected(id, 'notify', 'lead', 60, 'report'), expected(id, 'statement', 'press', 30)],
  }),
  inject(id, 'wrong', ['press'], {
    at: 60,
    expected: [expected(id, 'correction', 'press', 40)],
  }),
  inject(id, 'close', ['chief'], { at: 100, phase: 'fall' }),
];

const deck = (id: Ids) => [
  inject(id, 'help', ['lead'], { from: 'partner:lab' }),
  inject(id, 'rumour', 'feed', { from: 'persona:ben', effects: [{ shock: { posts: 40, minutes: 10 } }] }),
];

function feed(id: Ids) {
  const truth = (kind: string, priority: string, more: object = {}) => ({ class: kind, priority, ...more });
  const post = (n: number, at: number, persona: string, own: object, channel = 'weibo', when?: object) => ({
    id: id(),
    key: `p${n}`,
    at,
    ...(when === undefined ? {} : { when }),
    persona,
    channel,
    text: text(`post number ${n}, as it was written`),
    truth: own,
  });
  const chatter = (stance: string, channel: string, own: object, templates: string[], when?: object) => ({
    id: id(),
    stance,
    channel,
    truth: own,
    ...(when === undefined ? {} : { when }),
    templates: templates.map(text),
  });
  const group = `${CANARY}-group`;
  return {
    posts: [
      post(1, 0, 'ann', truth('complaint', 'normal', { group })),
      post(2, 1, 'ben', truth('complaint', 'low', { group })),
      post(3, 3, 'cat', truth('harm', 'urgent', { escalate: true, veracity: 'true' }), 'hotline'),
      post(4, 4, 'dan', truth('noise', 'low')),
      post(5, 8, 'ann', truth('rumour', 'high', { veracity: 'false' })),
      post(6, 12, 'daily', truth('press', 'high', { escalate: true }), 'news'),
      post(7, 15, 'eve', truth('noise', 'low')),
      post(8, 20, 'ben', truth('complaint', 'normal', { group })),
      post(9, 33, 'cat', truth('authority', 'high', { escalate: true })),
      post(10, 47, 'dan', truth('complaint', 'normal')),
      post(11, 64, 'ann', truth('rumour', 'normal', { veracity: 'false' })),
      post(12, 95, 'eve', truth('noise', 'low')),
      post(13, 40, 'ben', truth('noise', 'low'), 'weibo', { statement: 'any' }),
    ],
    chatter: [
      chatter('hostile', 'weibo', truth('complaint', 'normal'), [
        '{who} never again',
        'I paid for {thing}',
        'shame',
      ]),
      chatter('hostile', 'hotline', truth('complaint', 'high'), [
        'where is {thing}',
        'call me back about {thing}',
      ]),
      chatter('questioning', 'weibo', truth('noise', 'low', { group: `${CANARY}-ask` }), [
        'is it true',
        'is it so',
      ]),
      chatter('questioning', 'weibo', truth('rumour', 'normal', { veracity: 'false' }), [
        'I heard {who} knew',
        'they say {who} knew',
      ]),
      chatter('supportive', 'weibo', truth('noise', 'low'), ['give {who} time', 'mine works']),
      chatter('hostile', 'weibo', truth('complaint', 'high'), ['so they admit it', 'too late'], {
        statement: 'any',
      }),
    ],
    slots: {
      who: [text('Cloudrest'), text('the shop')],
      thing: [text('the parcel'), text('the refund'), text('an answer')],
    },
  };
}

function plan(id: Ids) {
  const standIn = (seat: string, when: object, action: object) => ({ id: id(), seat, when, action });
  return {
    clocks: [
      {
        id: id(),
        key: 'report',
        title: text('report'),
        authority: 'authority',
        starts: { any: [{ escalated: 'p3' }, { after: 25 }] },
        minutes: 60,
        seat: 'lead',
        basis: { title: 'rule', publisher: 'publisher', year: 2025 },
      },
    ],
    plan: ['listen', 'decide', 'speak', 'repair'].map((measure) => ({
      id: id(),
      measure: text(measure),
      owner: 'lead',
      resources: text('resources'),
    })),
    standIns: [
      standIn('desk', { after: 10 }, { message: { to: 'lead', text: text('the calls are all alike') } }),
      standIn('desk', { measure: 'heat', above: 20 }, { raise: 'yellow' }),
      standIn(
        'desk',
        { after: 30 },
        { message: { to: 'lead', text: text('the authority asks'), about: 'p9' } },
      ),
      standIn(
        'desk',
        { after: 6 },
        { triage: { post: 'p5', class: 'rumour', priority: 'high', escalate: true } },
      ),
      standIn('lead', { after: 50 }, { notify: 'report' }),
      standIn(
        'press',
        { after: 45 },
        {
          statement: {
            strategy: 'rebuild',
            elements: ['what_happened', 'who_is_affected', 'what_we_do', 'apology'],
            outlets: ['official_site', 'microblog'],
            text: text('We are sorry'),
          },
        },
      ),
    ],
  };
}

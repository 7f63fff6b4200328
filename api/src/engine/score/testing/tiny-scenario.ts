import { randomUUID } from 'node:crypto';
import { ScenarioDocument, type ExpectedAction } from '@readyroom/contract';

const text = (en: string) => ({ zh: `${en}（中文）`, en });

export const expectedAction = (
  kind: ExpectedAction['kind'],
  seat: string,
  within: number,
  to?: string,
): ExpectedAction => ({
  id: `${kind}-${seat}-${within}`,
  kind,
  seat,
  within,
  what: text(kind),
  ...(to === undefined ? {} : { to }),
});

const inject = (key: string, to: 'feed' | string[], more: object = {}) => ({
  id: randomUUID(),
  key,
  title: text(key),
  phase: 'rise',
  at: 1,
  from: 'control',
  channel: 'mail',
  to,
  text: text(key),
  owner: 'lead',
  objectives: ['speed'],
  ...more,
});

const option = (key: string, quality: string) => ({
  id: randomUUID(),
  key,
  label: text(key),
  consequence: text(key),
  quality,
});

const card = (key: string) => ({
  id: randomUUID(),
  key,
  seat: 'chief',
  prompt: text(key),
  minutes: 20,
  default: 'wait',
  options: [option('tell', 'strong'), option('ask', 'acceptable'), option('wait', 'weak')],
});

const posts = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: randomUUID(),
    key: `p${i + 1}`,
    at: 0,
    persona: 'citizen',
    channel: 'weibo',
    text: text(`post ${i + 1}`),
    truth: { class: 'noise', priority: 'low' },
  }));

/** Three seats (desk: frontline, lead: manager, chief: executive), one clock of 60 minutes, three objectives. */
export function tinyScenario(): ScenarioDocument {
  const persona = (key: string, kind: string) => ({
    id: randomUUID(),
    key,
    name: text(key),
    handle: key,
    kind,
    followers: 10,
    stance: 'hostile',
  });
  const seat = (key: string, tier: string, more: object = {}) => ({
    id: randomUUID(),
    key,
    tier,
    title: text(key),
    department: text('department'),
    duties: text('duties'),
    ...more,
  });
  return ScenarioDocument.parse({
    id: randomUUID(),
    slug: 'tiny',
    title: text('tiny'),
    summary: text('tiny'),
    briefing: text('tiny'),
    crisisType: 'technical',
    cluster: 'preventable',
    organisation: {
      name: text('org'),
      industry: text('industry'),
      crisisHistory: false,
      reputation: 'good',
    },
    startsAt: '09:00',
    durationMinutes: 600,
    rate: 10,
    solo: {
      durationMinutes: 60,
      rate: 6,
      seats: { executive: 'chief', manager: 'lead', frontline: 'desk' },
    },
    opinion: { population: 10_000, background: 1, halfHeat: 100 },
    phases: [
      { key: 'rise', title: text('rise'), at: 0 },
      { key: 'fall', title: text('fall'), at: 300 },
    ],
    objectives: ['speed', 'truth', 'care'].map((key) => ({
      id: randomUUID(),
      key,
      title: text(key),
      tiers: ['manager'],
      course: 'early-warning',
    })),
    seats: [
      seat('desk', 'frontline'),
      seat('lead', 'manager', { approvers: ['chief'] }),
      seat('chief', 'executive', { mayPublish: true }),
    ],
    personas: [
      persona('citizen', 'citizen'),
      persona('daily', 'media'),
      ...['a', 'b', 'c', 'd'].map((key) => persona(key, 'citizen')),
    ],
    channels: [
      { id: randomUUID(), key: 'weibo', kind: 'microblog', name: text('weibo') },
      { id: randomUUID(), key: 'press', kind: 'news', name: text('press') },
      { id: randomUUID(), key: 'mail', kind: 'internal_mail', name: text('mail') },
    ],
    partners: [{ id: randomUUID(), key: 'cac', name: text('cac'), kind: 'authority' }],
    items: [
      inject('spark', 'feed', { expected: [expectedAction('statement', 'lead', 60)] }),
      inject('call', ['desk', 'lead'], {
        expected: [expectedAction('escalate', 'desk', 10, 'lead'), expectedAction('sitrep', 'desk', 30)],
        objectives: ['speed', 'truth'],
      }),
      inject('ask', ['chief'], {
        card: card('go'),
        expected: [expectedAction('decide', 'chief', 20)],
        objectives: ['truth'],
      }),
      inject('ask2', ['chief'], { card: card('stay') }),
      inject('ask3', ['chief'], { card: card('leave') }),
      ...['e', 'f', 'g'].map((key) => inject(key, ['lead'])),
    ],
    deck: [inject('h', ['lead'], { at: undefined }), inject('k', ['lead'], { at: undefined })],
    posts: posts(12),
    chatter: Array.from({ length: 6 }, () => ({
      id: randomUUID(),
      stance: 'hostile',
      channel: 'weibo',
      truth: { class: 'noise', priority: 'low' },
      templates: [text('one'), text('two')],
    })),
    clocks: [
      {
        id: randomUUID(),
        key: 'report',
        title: text('report'),
        authority: 'cac',
        starts: { after: 0 },
        minutes: 60,
        seat: 'lead',
        basis: { title: 'rule', publisher: 'publisher', year: 2025 },
      },
    ],
    plan: Array.from({ length: 4 }, () => ({
      id: randomUUID(),
      measure: text('measure'),
      owner: 'lead',
      resources: text('resources'),
    })),
  });
}

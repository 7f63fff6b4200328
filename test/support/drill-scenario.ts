import { randomUUID } from 'node:crypto';
import { ScenarioDocument } from '@readyroom/contract';
import { publishScenarioVersion, saveDraft } from '../../api/src/modules/scenarios/index.js';
import type { TestApp } from './test-app.js';

/** Stands in every place that players must never read. */
export const CANARY = 'canary';

const text = (en: string) => ({ zh: `${en}（中文）`, en });
const truth = { class: 'noise', priority: 'low', group: `${CANARY}-group`, veracity: 'false' };

const inject = (key: string, to: 'feed' | string[], more: object = {}) => ({
  id: randomUUID(),
  key,
  title: text(`${CANARY} ${key}`),
  phase: 'rise',
  at: 1,
  from: 'control',
  channel: 'mail',
  to,
  text: text(`what ${key} says`),
  owner: 'lead',
  objectives: ['speed'],
  ...more,
});

const card = (key: string, seat: string) => ({
  id: randomUUID(),
  key,
  seat,
  prompt: text(`prompt ${key}`),
  minutes: 20,
  default: 'wait',
  options: [
    {
      id: randomUUID(),
      key: 'tell',
      label: text('tell'),
      consequence: text('they are told'),
      quality: 'strong',
      effects: [{ set: { variable: `${CANARY}-variable`, to: true } }],
    },
    {
      id: randomUUID(),
      key: 'wait',
      label: text('wait'),
      consequence: text('they wait'),
      quality: 'weak',
    },
  ],
});

/**
 * Three seats (desk, lead, chief), an hour at ten times the pace of life. Minute 1: a post, a mail to desk and lead,
 * a card for the chief and one for the desk; minute 30: a mail to the lead.
 */
export function drillScenario(slug = 'drill-test'): ScenarioDocument {
  const seat = (key: string, tier: string, more: object = {}) => ({
    id: randomUUID(),
    key,
    tier,
    title: text(`seat ${key}`),
    department: text('department'),
    duties: text(`duties of ${key}`),
    ...more,
  });
  return ScenarioDocument.parse({
    id: randomUUID(),
    slug,
    title: text('Leak'),
    summary: text('summary'),
    briefing: text('briefing'),
    crisisType: 'technical',
    cluster: 'preventable',
    organisation: {
      name: text('org'),
      industry: text('industry'),
      crisisHistory: false,
      reputation: 'good',
    },
    startsAt: '09:00',
    durationMinutes: 60,
    rate: 10,
    solo: {
      durationMinutes: 60,
      rate: 6,
      seats: { executive: 'chief', manager: 'lead', frontline: 'desk' },
    },
    opinion: { population: 10_000, background: 60, halfHeat: 100 },
    phases: [
      { key: 'rise', title: text('rise'), at: 0 },
      { key: 'fall', title: text('fall'), at: 30 },
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
    personas: ['citizen', 'media', 'citizen', 'citizen', 'citizen', 'citizen'].map((kind, i) => ({
      id: randomUUID(),
      key: `persona${i}`,
      name: text(`persona ${i}`),
      handle: `persona${i}`,
      kind,
      followers: 10,
      stance: 'hostile',
    })),
    channels: [
      { id: randomUUID(), key: 'weibo', kind: 'microblog', name: text('weibo') },
      { id: randomUUID(), key: 'press', kind: 'news', name: text('press') },
      { id: randomUUID(), key: 'mail', kind: 'internal_mail', name: text('mail') },
    ],
    partners: [{ id: randomUUID(), key: 'cac', name: text('cac'), kind: 'authority' }],
    variables: [{ key: `${CANARY}-variable`, initial: false }],
    items: [
      inject('spark', 'feed', { channel: 'weibo', from: 'persona:persona1' }),
      inject('call', ['desk', 'lead'], {
        expected: [
          {
            id: randomUUID(),
            kind: 'escalate',
            seat: 'desk',
            within: 10,
            what: text(`${CANARY} expected`),
            to: 'lead',
          },
        ],
      }),
      inject('ask', ['chief'], { card: card('go', 'chief') }),
      inject('ask-desk', ['desk'], { card: card('desk-go', 'desk') }),
      ...['e', 'f', 'g', 'h'].map((key) => inject(key, ['lead'], { at: 30 })),
    ],
    deck: [inject('deck-a', ['lead'], { at: undefined }), inject('deck-b', ['lead'], { at: undefined })],
    posts: Array.from({ length: 12 }, (_, i) => ({
      id: randomUUID(),
      key: `p${i + 1}`,
      at: i < 6 ? 0 : i,
      persona: 'persona0',
      channel: 'weibo',
      text: text(`post ${i + 1}`),
      truth,
    })),
    chatter: Array.from({ length: 6 }, () => ({
      id: randomUUID(),
      stance: 'hostile',
      channel: 'weibo',
      truth,
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

/** Publishes it; answers its id. */
export async function publishScenario(app: TestApp, document: ScenarioDocument): Promise<string> {
  const at = app.clock.now();
  await app.database.transaction(async (tx) => {
    const { versionId } = await saveDraft(tx, document, { origin: 'content', at, by: null });
    await publishScenarioVersion(tx, versionId, at, null);
  });
  return document.id;
}

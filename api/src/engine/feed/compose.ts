import type { ScenarioDocument } from '@readyroom/contract';
import { nextInt, pick, type Stream } from '../random/index.js';
import { personaSender } from '../run/course/senders.js';
import type { Run } from '../run/context.js';
import type { PlacedChatter, Stance } from '../run/lookup.js';
import type { NewPost } from './show-posts.js';

type Persona = ScenarioDocument['personas'][number];

/** The same person does not speak again before this many others have. */
const SPEAKERS_APART = 4;

/** What is said: the template and what fills its slots are the same in both languages. */
export function compose(
  run: Run,
  s: Stream,
  chatter: PlacedChatter,
  turn: number,
): Omit<NewPost, 'id' | 'from'> {
  const { templates, truth, place, stance, channel } = chatter;
  const template = turn % templates.length;
  const group = truth.group ?? `chatter-${place}-${template}`;
  return {
    channel,
    text: fill(templates[template]!, run.state.scenario.slots, s),
    topic: group,
    // Two posts of one template say the same thing, whatever stands in its slots.
    truth: { ...truth, group, stance },
  };
}

/** Slots take their values in the order of the Chinese text, each named slot one value. */
function fill(
  template: { zh: string; en: string },
  slots: ScenarioDocument['slots'],
  s: Stream,
): { zh: string; en: string } {
  let { zh, en } = template;
  const names = [...`${zh}${en}`.matchAll(/\{([a-z0-9-]+)\}/g)].map(([, name]) => name!);
  for (const name of new Set(names)) {
    const values = Object.hasOwn(slots, name) ? slots[name]! : [];
    if (values.length === 0) continue;
    const value = pick(s, values);
    zh = zh.replaceAll(`{${name}}`, () => value.zh);
    en = en.replaceAll(`{${name}}`, () => value.en);
  }
  return { zh, en };
}

/** Somebody of the stance: rather an ordinary citizen than somebody known, and nobody of those who spoke last. */
export function speakerFor(run: Run, s: Stream, stance: Stance): { key: string; from: NewPost['from'] } {
  const { personas } = run.state.scenario;
  const circles: ((p: Persona) => boolean)[] = [
    (p) => p.stance === stance && p.kind === 'citizen',
    (p) => p.stance === stance && p.kind !== 'media' && p.kind !== 'official',
    (p) => p.kind === 'citizen',
    () => true,
  ];
  const circle = circles.map((fits) => personas.filter(fits)).find((found) => found.length > 0)!;
  const { speakers } = run.state;
  const fresh = circle.filter(({ key }) => !speakers.includes(key));
  const { key } = pick(s, fresh.length > 0 ? fresh : circle);
  return { key, from: personaSender(run, key) };
}

export function remember({ state }: Run, speaker: string): void {
  state.speakers = [...state.speakers, speaker].slice(-SPEAKERS_APART);
}

/** One of the stances, each as likely as its number of posts says; null without posts. */
export function stanceBy(s: Stream, counts: Readonly<Record<Stance, number>>): Stance | null {
  const all = counts.hostile + counts.questioning + counts.supportive;
  if (all === 0) return null;
  const drawn = nextInt(s, all);
  if (drawn < counts.hostile) return 'hostile';
  return drawn < counts.hostile + counts.questioning ? 'questioning' : 'supportive';
}

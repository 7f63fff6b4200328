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

/**
 * Somebody of the stance: rather an ordinary citizen who writes there anyway than somebody known, and nobody of those
 * who spoke last. A caller of the complaint line does not turn up in the microblog.
 */
export function speakerFor(
  run: Run,
  s: Stream,
  { stance, channel }: { readonly stance: Stance; readonly channel: string },
): { key: string; from: NewPost['from'] } {
  const { state, lookup } = run;
  const { personas } = state.scenario;
  const isHome = ({ key }: Persona): boolean => lookup.homes.get(key)?.has(channel) ?? true;
  // The stance comes first; within it rather somebody who was not heard of for a while, and hardly ever who just spoke.
  const last = state.speakers.at(-1);
  const ofStance: ((p: Persona) => boolean)[] = [
    (p) => p.stance === stance && p.kind === 'citizen' && isHome(p),
    (p) => p.stance === stance && p.kind === 'citizen',
    (p) => p.stance === stance && p.kind !== 'media' && p.kind !== 'official',
  ];
  const circles = [
    ...ofStance.map((fits) => (p: Persona) => fits(p) && p.key !== last),
    ...ofStance,
    (p: Persona) => p.kind === 'citizen',
    () => true,
  ];
  const circle = personas.filter(circles.find((fits) => personas.some(fits))!);
  const fresh = circle.filter(({ key }) => !state.speakers.includes(key));
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

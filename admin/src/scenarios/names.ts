import type { ScenarioDocument, Text } from '../providers/contract.js';

export const CRISIS_TYPES = [
  'technical',
  'content',
  'trust',
  'regulatory',
] as const satisfies readonly ScenarioDocument['crisisType'][];

/** Names of what the keys of a scenario stand for. A key that stands for nothing is its own name. */
export interface ScenarioNames {
  seat: (key: string) => Text;
  objective: (key: string) => Text;
  phase: (key: string) => Text;
  channel: (key: string) => Text;
  clock: (key: string) => Text;
  inject: (key: string) => Text;
  /** `persona:key`, `seat:key`, `partner:key`, or `control`. */
  sender: (from: string) => Text | null;
  option: (card: string, option: string) => Text;
  card: (card: string) => Text;
}

const itself = (key: string): Text => ({ zh: key, en: key });

export function namesOf(document: ScenarioDocument): ScenarioNames {
  const titles = (all: readonly { key: string; title: Text }[]) => {
    const byKey = new Map(all.map(({ key, title }) => [key, title]));
    return (key: string) => byKey.get(key) ?? itself(key);
  };
  const names = (all: readonly { key: string; name: Text }[]) =>
    titles(all.map(({ key, name }) => ({ key, title: name })));
  const injects = [...document.items, ...document.deck];
  const cards = new Map(injects.flatMap(({ card, title }) => (card ? [[card.key, { card, title }]] : [])));
  const seat = titles(document.seats);
  const senders: Record<string, (key: string) => Text> = {
    seat,
    persona: names(document.personas),
    partner: names(document.partners),
  };
  return {
    seat,
    objective: titles(document.objectives),
    phase: titles(document.phases),
    channel: names(document.channels),
    clock: titles(document.clocks),
    inject: titles(injects),
    sender: (from) => {
      const [kind = '', key = ''] = from.split(':');
      return senders[kind]?.(key) ?? null;
    },
    card: (card) => cards.get(card)?.title ?? itself(card),
    option: (card, option) =>
      cards.get(card)?.card.options.find(({ key }) => key === option)?.label ?? itself(option),
  };
}

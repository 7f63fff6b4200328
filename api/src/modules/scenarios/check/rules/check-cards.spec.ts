import type { DecisionCardDocument, ScenarioDocument } from '@readyroom/contract';
import { lintScenario } from '../lint-scenario.js';
import { checkEverything } from '../check-scenarios.js';
import { expectNamed, soundContent } from '../../testing/mistakes.js';

/** A sound scenario whose first inject stands there for each of these label lengths, the best option first. */
async function withLabels(lengths: readonly (readonly number[])[], parts = 0): Promise<string[]> {
  const sound = checkEverything(await soundContent()).scenarios.scenarios![0]!;
  const card = sound.items.find((inject) => inject.card)!.card!;
  const deck: ScenarioDocument['deck'] = lengths.map((labels, c) => ({
    ...sound.deck[0]!,
    id: `deck-${c}`,
    key: `deck-${c}`,
    to: [card.seat],
    card: {
      ...card,
      key: `card-${c}`,
      default: 'o0',
      options: labels.map((length, o) => optionOf(length, o, o === 0 ? parts : 0)),
    },
  }));
  const items = sound.items.map((inject) => ({ ...inject, card: undefined }));
  return lintScenario({ ...sound, items, deck }, null)
    .map(({ message }) => message.en)
    .filter((said) => said.includes('reword labels'));
}

const optionOf = (length: number, o: number, parts: number): DecisionCardDocument['options'][number] => ({
  id: `option-${o}`,
  key: `o${o}`,
  label: { zh: '，'.repeat(parts).padEnd(length, '字'), en: 'x'.repeat(40) },
  consequence: { zh: '无', en: 'none' },
  effects: [],
  quality: o === 0 ? 'strong' : 'weak',
});

const MIDDLE = [20, 30, 10, 25];
const LONGEST = [31, 30, 10, 25];
const SHORTEST = [9, 30, 10, 25];

describe('cards that cannot be gamed', () => {
  it('when the best label stands out as often as by chance it should say nothing', async () => {
    expect(await withLabels([MIDDLE, MIDDLE, LONGEST, LONGEST, SHORTEST, SHORTEST])).toEqual([]);
    expect(await withLabels([MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE])).toEqual([]);
  });

  it('when it is the longest or shortest more often it should say so, and in which language', async () => {
    expect(await withLabels([LONGEST, LONGEST, LONGEST, MIDDLE, MIDDLE, MIDDLE])).toEqual([
      expect.stringContaining('In 50 % of the cards the best option has the Chinese label that is longest'),
    ]);
    expect(await withLabels([SHORTEST, SHORTEST, SHORTEST, MIDDLE, MIDDLE, MIDDLE])).toEqual([
      expect.stringContaining('In 50 % of the cards the best option has the Chinese label that is shortest'),
    ]);
  });

  it('when others are as long it should count a part', async () => {
    const tied = [30, 30, 10, 25];
    expect(await withLabels([tied, tied, tied, tied, MIDDLE, MIDDLE])).toEqual([]);
  });

  it('when it lists more than the others it should say so', async () => {
    const cards = [MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE, MIDDLE];
    expect(await withLabels(cards, 3)).toEqual([
      expect.stringContaining('In 100 % of the cards the best option has the Chinese label with most parts'),
    ]);
  });

  it('when there are few cards it should not judge', async () => {
    expect(await withLabels([LONGEST, LONGEST, LONGEST])).toEqual([]);
  });

  it('when time running out would be misconduct it should be named', () =>
    expectNamed({
      what: 'the default is misconduct',
      file: 'msel',
      from: /label: \{ zh: 等对方通知, en: Wait for news \}/,
      to: 'misconduct: true\n          label: { zh: 等对方通知, en: Wait for news }',
      at: 'default: nobody',
      says: /misconduct, which nobody would have chosen/,
    }));
});

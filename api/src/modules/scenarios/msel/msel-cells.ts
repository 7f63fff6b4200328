import type { InjectDocument, MselColumn } from '@readyroom/contract';
import type { Cell } from '../../../platform/spreadsheet/xlsx-stream.js';

export type InjectList = 'items' | 'deck';

const json = (value: object | undefined): string | null =>
  value === undefined || (Array.isArray(value) && value.length === 0) ? null : JSON.stringify(value);

/** What stands in the cells of an inject. The same inject always makes the same cells. */
export const cellsOf = (list: InjectList, inject: InjectDocument): Record<MselColumn, Cell> => ({
  list,
  key: inject.key,
  id: inject.id,
  phase: inject.phase,
  at: inject.at ?? null,
  when: json(inject.when),
  from: inject.from,
  channel: inject.channel,
  to: inject.to === 'feed' ? 'feed' : inject.to.join(', '),
  title_zh: inject.title.zh,
  title_en: inject.title.en,
  text_zh: inject.text.zh,
  text_en: inject.text.en,
  owner: inject.owner,
  objectives: inject.objectives.join(', '),
  expected: json(inject.expected),
  card: json(inject.card),
  effects: json(inject.effects),
});

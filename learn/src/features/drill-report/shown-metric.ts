import type { Metric, MyDrillReport, Text } from '@readyroom/contract';
import type { Words } from './words.js';

type Named = Pick<MyDrillReport, 'meanings' | 'parts'>;

/** Lines that say something: where there was no occasion, there is nothing to tell. */
export const isTold = ({ value, count, of }: Metric): boolean => value !== null || count < of;

export function nameOf(
  { key, part }: Pick<Metric, 'key' | 'part'>,
  report: Named,
  w: Words,
  say: (text: Text) => string,
): string {
  const name = report.meanings.find((one) => one.key === key)?.name;
  const title = report.parts.find((one) => one.part === part)?.title;
  const said = name ? say(name) : key;
  return title ? w.part(said, say(title)) : said;
}

/** A value with its unit; `null` when what should have come never came. */
export function valueOf({ unit }: Pick<Metric, 'unit'>, value: number | null, w: Words): string {
  if (value === null) return w.never;
  const plain = unit === 'share' ? `${Math.round(value * 100)}%` : String(Math.round(value * 100) / 100);
  return w.units[unit](plain);
}

import type { DrillReport, Metric, Text } from '@readyroom/contract';
import { partWords } from './part-words.js';
import type { ReportTexts } from './report-texts.js';

/** Name, result, target and whether it was met. */
export function metricRow(
  line: Metric,
  report: DrillReport,
  texts: ReportTexts,
  say: (text: Text) => string,
): string[] {
  const { target, met, unit } = line;
  const asked = target === null ? '-' : texts.units[unit](target.value);
  return [
    nameOfMetric(line, report, say),
    resultOf(line, texts),
    target === null ? asked : target.better === 'at_most' ? texts.atMost(asked) : texts.atLeast(asked),
    met === null ? '-' : met ? texts.met : texts.notMet,
  ];
}

export function nameOfMetric(
  { key, part }: Pick<Metric, 'key' | 'part'>,
  { meanings }: Pick<DrillReport, 'meanings'>,
  say: (text: Text) => string,
): string {
  const name = say(meanings.find((one) => one.key === key)!.name);
  if (part === null) return name;
  const words = partWords(part);
  return `${name} (${words ? say(words) : part})`;
}

export function resultOf({ value, unit, count, of }: Metric, texts: ReportTexts): string {
  if (value !== null) return texts.units[unit](value);
  return count < of ? texts.never : texts.nothing;
}

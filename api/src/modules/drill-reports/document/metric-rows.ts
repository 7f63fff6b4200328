import type { DrillReport, Metric, Text } from '@readyroom/contract';
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
  { meanings, parts }: Pick<DrillReport, 'meanings' | 'parts'>,
  say: (text: Text) => string,
): string {
  const name = say(meanings.find((one) => one.key === key)!.name);
  if (part === null) return name;
  return `${name} (${say(parts.find((one) => one.part === part)!.title)})`;
}

/** Of a line that says something. */
export const resultOf = ({ value, unit }: Metric, texts: ReportTexts): string =>
  value === null ? texts.never : texts.units[unit](value);

/** Lines that say something: without an occasion there is nothing to tell. */
export const isTold = ({ value, count, of }: Metric): boolean => value !== null || count < of;

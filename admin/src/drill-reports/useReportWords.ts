import { useTranslate } from 'react-admin';
import type { DrillMetric, DrillReport } from '../providers/contract.js';
import { useText } from '../shared/useLocale.js';

type Named = Pick<DrillReport, 'meanings' | 'parts'>;

/** Lines that say something: where there was no occasion, there is nothing to tell. */
export const isTold = ({ value, count, of }: DrillMetric): boolean => value !== null || count < of;

/** Numbers of a report in words. */
export function useReportWords() {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`drill_report.${key}`, options);
  const value = (unit: DrillMetric['unit'], number: number | null): string => {
    if (number === null) return T('never');
    const plain = unit === 'share' ? `${Math.round(number * 100)}%` : String(Math.round(number * 100) / 100);
    return T(`unit.${unit}`, { value: plain });
  };
  return {
    T,
    textIn,
    value,
    name: ({ key, part }: Pick<DrillMetric, 'key' | 'part'>, { meanings, parts }: Named): string => {
      const meaning = meanings.find((one) => one.key === key);
      const title = parts.find((one) => one.part === part)?.title;
      const said = meaning ? textIn(meaning.name) : key;
      return title ? `${said} (${textIn(title)})` : said;
    },
    target: ({ target, unit }: DrillMetric): string =>
      target ? T(target.better, { value: value(unit, target.value) }) : '—',
  };
}

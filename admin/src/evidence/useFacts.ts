import { useTranslate } from 'react-admin';
import type { EvidenceRecord } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';

/** What an entry says beyond its kind, in a few words. */
export function useFacts() {
  const translate = useTranslate();
  const format = useFormat();
  return ({ payload }: EvidenceRecord): string => {
    const fact = (key: string, value: unknown) =>
      value === null || value === undefined
        ? []
        : [translate(`resources.evidence.fact.${key}`, { value: String(value as string | number) })];
    const day = (value: unknown) =>
      typeof value === 'string' && value !== 'infinity' ? format.day(value) : null;
    return [
      ...(payload.kind === 'waiver' || payload.kind === 'extension'
        ? [translate(`resources.audit.value.${payload.kind}`)]
        : []),
      ...fact('version', payload.versionNumber ?? (payload.briefing ? payload.version : null)),
      ...fact('score', payload.scorePercent),
      ...(typeof payload.passed === 'boolean'
        ? [translate(`resources.evidence.${payload.passed ? 'passed' : 'failed'}`)]
        : []),
      ...fact('questions', Array.isArray(payload.questions) ? payload.questions.length : null),
      ...fact(
        'courses',
        Array.isArray(payload.courses) && payload.courses.length > 0 ? payload.courses.length : null,
      ),
      ...fact('due', day(payload.dueOn)),
      ...fact('valid', day(payload.validUntil)),
      ...fact('until', day(payload.until)),
      ...fact('objectives', Array.isArray(payload.objectives) ? payload.objectives.length : null),
      ...fact('late', payload.late === true ? '' : null),
    ].join(' · ');
  };
}

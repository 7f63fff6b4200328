import { useTranslate } from 'react-admin';
import type { CourseVersion } from '../providers/contract.js';

/** What a version changes against the one before, in a few words. */
export function useChangesText(): (version: Pick<CourseVersion, 'changes'>) => string {
  const translate = useTranslate();
  return ({ changes }) => {
    const T = (key: string, options?: object) => translate(`resources.courses.versions.${key}`, options);
    if (!changes) return T('first');
    const parts = (['added', 'changed', 'removed'] as const)
      .filter((kind) => changes[kind] > 0)
      .map((kind) => T(kind, { count: changes[kind] }));
    return parts.length ? parts.join(translate('common.separator')) : T('same');
  };
}

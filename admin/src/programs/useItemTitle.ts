import { useCallback } from 'react';
import type { ProgramItem } from '../providers/contract.js';
import { useText } from '../shared/useLocale.js';
import { useCourseTitles } from './useCourseTitles.js';

/** What an item is called: a course by its own title. */
export function useItemTitle(): (item: ProgramItem) => string {
  const textIn = useText();
  const { titleOf } = useCourseTitles();
  return useCallback(
    (item: ProgramItem) => (item.kind === 'course' ? titleOf(item.courseId) : textIn(item.title)),
    [textIn, titleOf],
  );
}

import { useCallback } from 'react';
import { useTranslate } from 'react-admin';

/** The words of this screen by their short key. */
export function useWords() {
  const translate = useTranslate();
  return useCallback(
    (key: string, values?: object) => translate(`resources.drill-schedules.${key}`, values),
    [translate],
  );
}

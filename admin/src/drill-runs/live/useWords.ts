import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { DrillStage, Text } from '../../providers/contract.js';
import { timeOfDay } from '../../shared/timeOfDay.js';
import { useText } from '../../shared/useLocale.js';

/** Words of the live screens, and names of what a stage has keys for. */
export function useWords(stage: DrillStage) {
  const translate = useTranslate();
  const textIn = useText();
  const T = useCallback((key: string, options?: object) => translate(`drill.${key}`, options), [translate]);
  const nameIn = (all: readonly { key: string; title: Text }[]) => (key: string) => {
    const found = all.find((one) => one.key === key);
    return found ? textIn(found.title) : key;
  };
  const seat = nameIn(stage.seats);
  return {
    T,
    textIn,
    seat,
    seats: (keys: readonly string[]) => keys.map(seat).join(translate('common.separator')),
    objective: nameIn(stage.objectives),
    /** Local time of day of a moment of the scenario, given in seconds. */
    time: (seconds: number, withSeconds = false) => timeOfDay(stage.startsAt, seconds, withSeconds),
  };
}

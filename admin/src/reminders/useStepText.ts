import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { ReminderStep } from '../providers/contract.js';
import { whenOf } from './draft.js';

/** A step in words: "7 days before the due day → the person". */
export function useStepText(): (step: Pick<ReminderStep, 'anchor' | 'days' | 'to'>) => string {
  const translate = useTranslate();
  return useCallback(
    (step) => {
      const when =
        step.days === 0
          ? translate(`reminders.on_${step.anchor}`)
          : translate('reminders.sentence', {
              smart_count: Math.abs(step.days),
              when: translate(`reminders.${whenOf(step)}`),
            });
      return `${when} → ${translate(`reminders.role.${step.to}`)}`;
    },
    [translate],
  );
}

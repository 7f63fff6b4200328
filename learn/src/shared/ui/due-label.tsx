import { dueState, type Due } from '../i18n/due.js';
import { formatDay } from '../i18n/format.js';
import { useI18n, type I18n } from '../i18n/i18n.js';
import { Icon } from './icons.js';

function textOf(due: Due, { t, locale }: I18n): string {
  switch (due.kind) {
    case 'none':
      return t.course.noDue;
    case 'overdue':
      return t.course.overdueBy(due.days);
    case 'today':
      return t.course.dueToday;
    case 'soon':
      return t.course.dueIn(due.days);
    case 'later':
      return t.course.dueOn(formatDay(due.on, locale));
  }
}

/** When a course is due, by words and icon; colour only repeats it. */
export function DueLabel({ dueOn, today }: { dueOn: string | null; today: string }) {
  const i18n = useI18n();
  const due = dueState(dueOn, today);
  const urgent = due.kind === 'overdue' || due.kind === 'today';
  return (
    <span
      class={`due ${urgent ? 'due--urgent' : ''}`}
      title={dueOn ? formatDay(dueOn, i18n.locale) : undefined}
    >
      {due.kind !== 'none' && <Icon name={due.kind === 'overdue' ? 'warning' : 'calendar'} size={16} />}
      {textOf(due, i18n)}
    </span>
  );
}

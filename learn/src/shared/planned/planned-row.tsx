import { formatMoment } from '../i18n/format.js';
import { useI18n } from '../i18n/i18n.js';
import { Icon } from '../ui/icons.js';
import { entryHref, type Planned } from './planned.js';
import './planned.css';

/** One drill to come: when by the clock of the device, as what, and into the calendar. */
export function PlannedRow({ drill }: { drill: Planned }) {
  const { t, text, locale } = useI18n();
  const off = drill.state === 'cancelled';
  return (
    <li class="planned">
      <span class="planned__text">
        <span class={`planned__title ${off ? 'planned__title--off' : ''}`}>{drill.title}</span>
        <span class="meta">
          {off && <span class="tag tag--warn">{t.planned.cancelled}</span>}
          <span>{formatMoment(Date.parse(drill.plannedAt), locale)}</span>
          <span>{t.planned.minutes(drill.minutes)}</span>
          <span>{drill.seat ? t.planned.seat(text(drill.seat)) : t.planned.role[drill.role]}</span>
        </span>
      </span>
      {!off && (
        <a class="planned__add" href={entryHref(drill)} download="drill.ics">
          <Icon name="calendar" size={20} />
          {t.planned.add}
          <span class="visually-hidden"> {drill.title}</span>
        </a>
      )}
    </li>
  );
}

import type { ProgramStatus } from '@readyroom/contract';
import { Icon, type IconName } from '../ui/icons.js';
import { useWords } from './use-words.js';

const LOOK: Record<ProgramStatus, { icon: IconName; tone: string }> = {
  not_started: { icon: 'open', tone: '' },
  in_progress: { icon: 'half', tone: 'tag--accent' },
  compliant: { icon: 'check', tone: 'tag--good' },
  expiring_soon: { icon: 'again', tone: 'tag--warn' },
  in_grace: { icon: 'clock', tone: 'tag--warn' },
  overdue: { icon: 'warning', tone: 'tag--bad' },
  waived: { icon: 'rule', tone: '' },
  revoked: { icon: 'cross', tone: 'tag--bad' },
};

/** A status by word and icon; colour only repeats it. */
export function StatusTag({ status }: { status: ProgramStatus }) {
  const { p } = useWords();
  const { icon, tone } = LOOK[status];
  return (
    <span class={`tag ${tone}`}>
      <Icon name={icon} size={14} />
      {p.status[status]}
    </span>
  );
}

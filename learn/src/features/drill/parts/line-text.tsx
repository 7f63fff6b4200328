import { Icon, type IconName } from '../../../shared/ui/icons.js';
import type { LineState } from '../line/drill-line.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';

const ICON: Record<LineState, IconName> = {
  open: 'check',
  connecting: 'again',
  lost: 'line-lost',
  over: 'done',
};

export function LineText() {
  const { w } = useWords();
  const { state } = useDrillRun();
  return (
    <p class={`drill-line drill-line--${state.line}`} role="status">
      <Icon name={ICON[state.line]} size={16} />
      {w.line[state.line]}
    </p>
  );
}

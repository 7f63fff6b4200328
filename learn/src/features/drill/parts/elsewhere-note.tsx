import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';

/** Says that the seat is being played on another device; it goes when this one acts. */
export function ElsewhereNote() {
  const { w } = useWords();
  const { elsewhere, stage, mayAct } = useDrillRun();
  const [dismissed, setDismissed] = useState(0);
  const shown = mayAct && elsewhere !== null && elsewhere.id > dismissed;
  return (
    <div aria-live="polite">
      {shown && (
        <div class="drill-note drill-note--news">
          <Icon name="device" size={20} />
          <p>{w.line.elsewhere(timeOfDay(stage.startsAt, elsewhere.at))}</p>
          <button type="button" class="link-button" onClick={() => setDismissed(elsewhere.id)}>
            {w.refused.close}
          </button>
        </div>
      )}
    </div>
  );
}

import type { AlertLevel } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { ChoiceList } from '../parts/choice-list.js';
import { useDrillRun } from '../parts/drill-context.js';
import { namesOf } from '../parts/names-of.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';

export function AlertSheet({ onClose }: { onClose: () => void }) {
  const { w } = useWords();
  const { act } = useDrillRun();
  const [level, setLevel] = useState<AlertLevel>('blue');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!fits(reason)) return;
    await act({ kind: 'raise_alert', level, reason: reason.trim() });
    onClose();
  };
  return (
    <Sheet title={w.alert.raiseTitle} onClose={onClose}>
      <ChoiceList
        legend={w.alert.level}
        options={namesOf(w.alert.levels)}
        value={level}
        onChange={setLevel}
      />
      <TextBox
        label={w.alert.reason}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? w.message.noText : null}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void send()}>
          {w.alert.send}
        </button>
      </div>
    </Sheet>
  );
}

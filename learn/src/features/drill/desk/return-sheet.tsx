import { useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { useDrillRun } from '../parts/drill-context.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';
import type { StatementRecord } from './statement-steps.js';

export function ReturnSheet({ record, onClose }: { record: StatementRecord; onClose: () => void }) {
  const { w, text } = useWords();
  const { act } = useDrillRun();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!fits(reason)) return;
    const { statement, version } = record;
    await act({ kind: 'return_statement', statement, version, reason: reason.trim() });
    onClose();
  };
  return (
    <Sheet title={w.statement.returnTitle} onClose={onClose}>
      <blockquote class="quote">{text(record.text)}</blockquote>
      <TextBox
        label={w.statement.returnReason}
        value={reason}
        onChange={setReason}
        error={tried && reason.trim() === '' ? w.message.noText : null}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void send()}>
          {w.statement.return}
        </button>
      </div>
    </Sheet>
  );
}

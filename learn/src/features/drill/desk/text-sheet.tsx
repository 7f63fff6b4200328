import { useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';

interface Props {
  title: string;
  send: string;
  onSend: (text: string) => Promise<void>;
  onClose: () => void;
}

/** One text and one button. */
export function TextSheet({ title, send, onSend, onClose }: Props) {
  const { w } = useWords();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (!fits(words)) return;
    await onSend(words.trim());
    onClose();
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <TextBox
        label={w.notify.text}
        value={words}
        onChange={setWords}
        error={tried && words.trim() === '' ? w.message.noText : null}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void submit()}>
          {send}
        </button>
      </div>
    </Sheet>
  );
}

import type { FeedPost } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { useDrillRun } from '../parts/drill-context.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';

export function ReplySheet({ post, onClose }: { post: FeedPost; onClose: () => void }) {
  const { w, text } = useWords();
  const { act } = useDrillRun();
  const [words, setWords] = useState('');
  const [error, setError] = useState<string | null>(null);
  const send = async () => {
    if (!fits(words)) return setError(words.trim() === '' ? w.message.noText : null);
    await act({ kind: 'reply', post: post.id, text: words.trim() });
    onClose();
  };
  return (
    <Sheet title={w.reply.title} onClose={onClose}>
      <blockquote class="quote">{text(post.text)}</blockquote>
      <p class="quiet small">{w.reply.lead}</p>
      <TextBox label={w.reply.text} value={words} onChange={setWords} error={error} />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void send()}>
          {w.reply.send}
        </button>
      </div>
    </Sheet>
  );
}

import { useState } from 'preact/hooks';
import { randomUuid } from '../../../shared/random-uuid.js';
import { Sheet } from '../../../shared/ui/sheet.js';
import { CheckList } from '../parts/check-list.js';
import { useDrillRun } from '../parts/drill-context.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';

const MOST_POSTS = 50;
const PRESSING = ['urgent', 'high', 'normal', 'low'];

/** A report that rests on triaged posts, the most pressing first. */
export function SitrepSheet({ onClose }: { onClose: () => void }) {
  const { w, text } = useWords();
  const { stage, view, seat, act } = useDrillRun();
  const [to, setTo] = useState<string[]>([]);
  const [posts, setPosts] = useState<string[]>([]);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const marked = [...view.triage.values()].sort(
    (a, b) => PRESSING.indexOf(a.priority) - PRESSING.indexOf(b.priority) || b.at - a.at,
  );
  const send = async () => {
    setTried(true);
    if (to.length === 0 || !fits(words)) return;
    await act({
      kind: 'file_sitrep',
      sitrep: randomUuid(),
      to,
      posts: posts.slice(0, MOST_POSTS),
      text: words.trim(),
    });
    onClose();
  };
  return (
    <Sheet title={w.sitrep.title} onClose={onClose}>
      <CheckList
        legend={w.sitrep.to}
        options={stage.seats
          .filter(({ key }) => key !== seat)
          .map(({ key, title }) => ({ value: key, label: text(title) }))}
        values={to}
        onChange={setTo}
      />
      <p class="field__error small" role="status">
        {tried && to.length === 0 && w.message.noSeat}
      </p>
      {marked.length === 0 ? (
        <p class="quiet">{w.sitrep.noPosts}</p>
      ) : (
        <CheckList
          wide
          legend={w.sitrep.posts}
          options={marked.map((mark) => ({
            value: mark.post,
            label: `${w.triage.priorities[mark.priority]} · ${text(view.posts.get(mark.post)?.text ?? { zh: mark.post, en: mark.post })}`,
          }))}
          values={posts}
          onChange={setPosts}
        />
      )}
      <TextBox
        label={w.sitrep.text}
        value={words}
        onChange={setWords}
        rows={6}
        error={tried && words.trim() === '' ? w.message.noText : null}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void send()}>
          {w.sitrep.send}
        </button>
      </div>
    </Sheet>
  );
}

import type { FeedPost, TriageClass, TriagePriority } from '@readyroom/contract';
import { useMemo, useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { ChoiceList } from '../parts/choice-list.js';
import { useDrillRun } from '../parts/drill-context.js';
import { namesOf } from '../parts/names-of.js';
import { useWords } from '../words/use-words.js';
import { arrived, isOurs } from './feed-order.js';

const CANDIDATES = 6;

interface Props {
  post: FeedPost;
  onClose: () => void;
  /** It was saved as one to escalate: the message upwards comes next. */
  onEscalate: () => void;
}

export function TriageSheet({ post, onClose, onEscalate }: Props) {
  const { w, text } = useWords();
  const { view, act } = useDrillRun();
  const before = view.triage.get(post.id);
  const [kind, setKind] = useState<TriageClass | null>(before?.class ?? null);
  const [priority, setPriority] = useState<TriagePriority | null>(before?.priority ?? null);
  const [duplicateOf, setDuplicateOf] = useState(before?.duplicateOf ?? '');
  const [escalate, setEscalate] = useState(before?.escalate ?? false);
  const complete = kind !== null && priority !== null;

  const save = async () => {
    if (!complete) return;
    await act({
      kind: 'triage',
      post: post.id,
      class: kind,
      priority,
      duplicateOf: duplicateOf === '' ? null : duplicateOf,
      escalate,
    });
    if (escalate && !before?.escalate) onEscalate();
    else onClose();
  };
  return (
    <Sheet title={w.triage.title} onClose={onClose}>
      <blockquote class="quote">{text(post.text)}</blockquote>
      <ChoiceList
        legend={w.triage.class}
        options={namesOf(w.triage.classes)}
        value={kind}
        onChange={setKind}
      />
      <ChoiceList
        legend={w.triage.priority}
        options={namesOf(w.triage.priorities)}
        value={priority}
        onChange={setPriority}
      />
      <Duplicate post={post} value={duplicateOf} onChange={setDuplicateOf} />
      <label class="pick__row pick__row--alone">
        <input type="checkbox" checked={escalate} onChange={() => setEscalate(!escalate)} />
        <span>
          {w.triage.escalate}
          <span class="pick__hint">{w.triage.escalateHint}</span>
        </span>
      </label>
      <div class="sheet__actions">
        <button
          type="button"
          class="button button--primary button--wide"
          aria-disabled={!complete}
          onClick={() => void save()}
        >
          {w.triage.save}
        </button>
      </div>
    </Sheet>
  );
}

interface DuplicateProps {
  post: FeedPost;
  value: string;
  onChange: (post: string) => void;
}

/** Which earlier post says the same: the latest ones, or those with certain words. */
function Duplicate({ post, value, onChange }: DuplicateProps) {
  const { w, text } = useWords();
  const { view } = useDrillRun();
  const [words, setWords] = useState('');
  const candidates = useMemo(() => {
    const wanted = words.trim().toLowerCase();
    const others = arrived(view.posts).filter(
      (other) =>
        other.id !== post.id &&
        !isOurs(other) &&
        (wanted === '' || text(other.text).toLowerCase().includes(wanted)),
    );
    const found = others.reverse().slice(0, CANDIDATES);
    const chosen = value === '' ? undefined : view.posts.get(value);
    return chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  }, [view.posts, post.id, words, value, text]);
  return (
    <details class="fold" open={value !== ''}>
      <summary>{w.triage.duplicate}</summary>
      <div class="stack">
        <div class="field">
          <label for="triage-find">{w.triage.find}</label>
          <input
            id="triage-find"
            class="input"
            type="search"
            autocomplete="off"
            value={words}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </div>
        <ChoiceList
          wide
          legend={w.triage.duplicate}
          options={[
            { value: '', label: w.triage.notDuplicate },
            ...candidates.map((other) => ({
              value: other.id,
              label: w.missed.message(text(other.from.name), text(other.text)),
            })),
          ]}
          value={value}
          onChange={onChange}
        />
      </div>
    </details>
  );
}

import type { CourseCard, CourseOutline, ItemProgress } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { api } from '../api/client.js';
import { resumePath } from '../resume-path.js';
import { Icon } from '../ui/icons.js';
import { messageOf } from '../ui/states.js';
import { mustBeginAgain } from './program-order.js';
import { useWords } from './use-words.js';
import './programs.css';

interface Props {
  item: ItemProgress;
  card: CourseCard | undefined;
  class?: string;
}

/** One tap to the next item: the place where reading stopped, a drill, or the new beginning that a renewal asks for. */
export function NextButton({ item, card, class: name = 'button button--primary button--wide' }: Props) {
  const { p, text } = useWords();
  const title = text(item.title);
  if (mustBeginAgain(item, card)) return <AgainButton item={item} class={name} />;
  const href = item.kind === 'drill' ? '/drills' : card ? resumePath(card) : `/courses/${item.courseId}`;
  return (
    <Link href={href} class={name}>
      <span>{p.next(title)}</span>
      <Icon name="arrow-right" size={20} />
    </Link>
  );
}

function AgainButton({ item, class: name }: { item: ItemProgress; class: string }) {
  const { p, t, text, locale } = useWords();
  const [, navigate] = useLocation();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const begin = async () => {
    if (working) return;
    setWorking(true);
    setError(null);
    try {
      const { card } = await api.post<CourseOutline>(
        `/learn/courses/${item.courseId}/again`,
        {},
        { query: { locale } },
      );
      navigate(resumePath(card));
    } catch (refusal) {
      setError(refusal as Error);
      setWorking(false);
    }
  };
  return (
    <div class="again">
      <p class="quiet small">{p.againNote}</p>
      <button type="button" class={name} aria-disabled={working} onClick={() => void begin()}>
        <Icon name="again" size={20} />
        <span>{p.again(text(item.title))}</span>
      </button>
      {error && (
        <p class="field__error small" role="alert">
          {messageOf(error, t)}
        </p>
      )}
    </div>
  );
}

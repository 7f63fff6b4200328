import { realMsUntil } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useNow } from '../parts/use-now.js';
import { useWords } from '../words/use-words.js';

const SOON_SECONDS = 15;

/** The one thing that may interrupt a screen reader: a decision that is about to fall to its default. */
export function DueCall({ dueAt }: { dueAt: number }) {
  const { w } = useWords();
  const { state } = useDrillRun();
  const now = useNow(1_000);
  const { clock } = state;
  const soon = clock?.status === 'running' && realMsUntil(dueAt, clock, now) <= SOON_SECONDS * 1_000;
  return (
    <p class="visually-hidden" role="alert">
      {soon && w.spoken.dueSoon(SOON_SECONDS)}
    </p>
  );
}

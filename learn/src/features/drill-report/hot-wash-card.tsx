import type { HotWashBody, MyHotWash } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { usePage } from '../../shared/offline/use-page.js';
import { Skeleton } from '../../shared/ui/states.js';
import { HotWashForm } from './hot-wash-form.js';
import { useWords } from './use-words.js';

/** Opens by itself once the drill is over, and stays open until the facilitator closes the report. */
export function HotWashCard({ runId }: { runId: string }) {
  const { w } = useWords();
  const path = `/learn/drills/${runId}/hot-wash`;
  const { data, amend } = usePage<MyHotWash>(`hot-wash:${runId}`, () => api.get(path));
  const [editing, setEditing] = useState(false);
  if (!data) return <Skeleton heights={[12]} />;
  const { open, answer } = data;
  if (!open && !answer) return null;
  const send = async (body: HotWashBody): Promise<void> => {
    const now = await api.post<MyHotWash>(path, body);
    amend(() => now);
    setEditing(false);
  };
  return (
    <section class="section card hot-wash" aria-labelledby="hot-wash-title">
      <h2 id="hot-wash-title" class="section__title">
        {w.hotWash.title}
      </h2>
      {open && (!answer || editing) ? (
        <HotWashForm answer={answer} onSend={send} />
      ) : (
        <>
          <p role="status">{open ? w.hotWash.sent : w.hotWash.closed}</p>
          {answer && <Given answer={answer} />}
          {open && (
            <button type="button" class="button" onClick={() => setEditing(true)}>
              {w.hotWash.edit}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Given({ answer }: { answer: HotWashBody }) {
  const { w } = useWords();
  return (
    <dl class="hot-wash__given" aria-label={w.hotWash.mine}>
      {(['kept', 'missed', 'change'] as const)
        .filter((key) => answer[key] !== '')
        .map((key) => (
          <div key={key}>
            <dt>{w.hotWash[key]}</dt>
            <dd>{answer[key]}</dd>
          </div>
        ))}
      <div>
        <dt>{w.hotWash.before}</dt>
        <dd>{answer.confidenceBefore}</dd>
      </div>
      <div>
        <dt>{w.hotWash.after}</dt>
        <dd>{answer.confidenceAfter}</dd>
      </div>
    </dl>
  );
}

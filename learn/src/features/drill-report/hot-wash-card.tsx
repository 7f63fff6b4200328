import type { HotWashBody, MyHotWash } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { LineLost } from '../../shared/api/errors.js';
import { online } from '../../shared/connection.js';
import { usePage } from '../../shared/offline/use-page.js';
import { useOutboxState, useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { Skeleton } from '../../shared/ui/states.js';
import { useStore } from '../../shared/use-store.js';
import { draftOf, useHotWashDraft } from './hot-wash-draft.js';
import { HotWashForm } from './hot-wash-form.js';
import { useWords } from './use-words.js';

/** Without a line at the end of a drill nobody knows whether the form is open; it can be filled in all the same. */
const UNKNOWN = { open: true, answer: null };

/** Opens by itself once the drill is over, and stays open until the facilitator closes the report. */
export function HotWashCard({ runId }: { runId: string }) {
  const { w } = useWords();
  const { outbox } = useSignedIn();
  const { entries } = useOutboxState();
  const reachable = useStore(online);
  const { data, error, amend, reload } = usePage<MyHotWash>(`hot-wash:${runId}`, () =>
    api.get(`/learn/drills/${runId}/hot-wash`),
  );
  const { draft, keep, forget } = useHotWashDraft(runId);
  const [editing, setEditing] = useState(false);
  useEffect(
    () =>
      outbox.onDelivered(({ item, answer }) => {
        if (item.kind !== 'hot_wash' || item.runId !== runId) return;
        // Nothing to change when it was filled in before the page was known.
        amend(() => answer as MyHotWash);
        reload();
      }),
    [outbox, runId, amend, reload],
  );
  const known = data ?? (error instanceof LineLost ? UNKNOWN : null);
  if (!known || draft === undefined) return error && !known ? null : <Skeleton heights={[12]} />;

  const mine = entries.filter(({ item }) => item.kind === 'hot_wash' && item.runId === runId);
  const waiting = mine.find(({ refused }) => refused === null)?.item;
  const unsent = waiting?.kind === 'hot_wash' ? waiting.body : null;
  const answer = unsent ?? known.answer;
  const { open } = known;
  if (!open && !answer) return null;
  const send = async (body: HotWashBody): Promise<void> => {
    await outbox.put({ kind: 'hot_wash', runId, body });
    forget();
    setEditing(false);
  };
  const writing = open && (!answer || editing);
  return (
    <section class="section card hot-wash" aria-labelledby="hot-wash-title">
      <h2 id="hot-wash-title" class="section__title">
        {w.hotWash.title}
      </h2>
      {writing ? (
        <HotWashForm draft={draft ?? draftOf(answer)} onDraft={keep} onSend={send}>
          {!reachable && <Kept text={w.hotWash.draftKept} />}
        </HotWashForm>
      ) : (
        <>
          {unsent ? (
            <Kept text={reachable ? w.hotWash.sending : w.hotWash.waiting} />
          ) : (
            <p role="status">{open ? w.hotWash.sent : w.hotWash.closed}</p>
          )}
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

function Kept({ text }: { text: string }) {
  return (
    <p class="hot-wash__kept" role="status">
      <Icon name="device" size={20} />
      <span>{text}</span>
    </p>
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

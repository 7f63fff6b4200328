import { useState } from 'preact/hooks';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { seatTitle } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';
import { authorOf, stepsFor, stepTaken, type StatementRecord } from './statement-steps.js';

interface Props {
  records: readonly StatementRecord[];
  onOpen: (sheet: 'edit' | 'correct' | 'return', record: StatementRecord) => void;
}

export function StatementCard({ records, onOpen }: Props) {
  const { w, text } = useWords();
  const { stage, view, seat, mayAct, act, pending } = useDrillRun();
  const [asking, setAsking] = useState(false);
  const now = records.at(-1)!;
  const author = authorOf(records);
  const name = (key: string) => text(seatTitle(stage, key));
  const steps = mayAct ? stepsFor(records, seat, stage.seats) : [];
  const { statement, version } = now;
  const waiting = pending.some((action) => 'statement' in action && action.statement === statement);
  const answers = [...view.posts.values()].filter(({ replyTo }) => replyTo === `s-${statement}`);
  const isPublic = now.state === 'published' || now.state === 'corrected';
  return (
    <article class="statement">
      <p class="statement__head">
        <span class={`tag ${isPublic ? 'tag--good' : now.state === 'returned' ? 'tag--bad' : 'tag--accent'}`}>
          {w.statement.states[now.state]}
        </span>
        <span>{w.statement.version(version)}</span>
        <span class="quiet small">{timeOfDay(stage.startsAt, now.at)}</span>
      </p>
      <p class="quiet small">
        {author !== null && w.statement.by(name(author))}
        {now.waitingFor !== null && ` · ${w.statement.waitingFor(name(now.waitingFor))}`}
        {now.corrects !== null && ` · ${w.statement.corrects}`}
      </p>
      <p class="statement__text">{text(now.text)}</p>
      <p class="small">
        {w.statement.strategies[now.strategy]} ·{' '}
        {w.join(now.outlets.map((outlet) => w.statement.outlet[outlet]))}
      </p>
      {now.reason && <p class="alert alert--warn">{w.statement.reason(now.reason)}</p>}
      {waiting && <p class="quiet small">{w.statement.pending}</p>}
      {steps.length > 0 && !waiting && !asking && (
        <div class="post__actions">
          {steps.includes('approve') && (
            <button
              type="button"
              class="button button--primary"
              onClick={() => void act({ kind: 'approve_statement', statement, version })}
            >
              {w.statement.approve}
            </button>
          )}
          {steps.includes('submit') && (
            <button
              type="button"
              class="button button--primary"
              onClick={() => void act({ kind: 'submit_statement', statement })}
            >
              {w.statement.submit}
            </button>
          )}
          {steps.includes('publish') && (
            <button type="button" class="button button--primary" onClick={() => setAsking(true)}>
              {w.statement.publish}
            </button>
          )}
          {(['return', 'edit', 'correct'] as const)
            .filter((step) => steps.includes(step))
            .map((step) => (
              <button key={step} type="button" class="button" onClick={() => onOpen(step, now)}>
                {w.statement[step]}
              </button>
            ))}
        </div>
      )}
      {asking && (
        <div class="statement__ask" role="group" aria-label={w.statement.publish}>
          <p>{w.statement.publishAsk}</p>
          <div class="post__actions">
            <button
              type="button"
              class="button button--primary"
              onClick={() => {
                setAsking(false);
                void act({ kind: 'publish_statement', statement, version });
              }}
            >
              {w.statement.publish}
            </button>
            <button type="button" class="button" onClick={() => setAsking(false)}>
              {w.cancel}
            </button>
          </div>
        </div>
      )}
      <Versions records={records} />
      {isPublic && (
        <details class="fold">
          <summary>{w.statement.answers(answers.length)}</summary>
          {answers.length === 0 && <p class="quiet small">{w.statement.noAnswers}</p>}
          <ul class="statement__answers">
            {answers.map((post) => (
              <li key={post.id}>
                <strong>{text(post.from.name)}</strong> {text(post.text)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Versions({ records }: { records: readonly StatementRecord[] }) {
  const { w, text } = useWords();
  const { stage } = useDrillRun();
  if (records.length < 2) return null;
  return (
    <details class="fold">
      <summary>{w.statement.versions}</summary>
      <ol class="statement__versions">
        {records.map((record) => (
          <li key={record.id}>
            {timeOfDay(stage.startsAt, record.at)} · {w.statement.version(record.version)} ·{' '}
            {w.statement.states[stepTaken(record, records)]} · {text(seatTitle(stage, record.by))}
          </li>
        ))}
      </ol>
    </details>
  );
}

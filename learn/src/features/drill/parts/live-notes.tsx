import { Icon } from '../../../shared/ui/icons.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';
import { ElsewhereNote } from './elsewhere-note.js';
import { MissedNote } from './missed-note.js';
import { RefusedActions } from './refusals.js';

/** What concerns the whole screen: pause, a lost line, what waits, what was missed, what was refused. */
export function LiveNotes({ onDismissMissed }: { onDismissMissed: () => void }) {
  const { w, text } = useWords();
  const { state, view, pending, seat } = useDrillRun();
  const { clock, line } = state;
  const lost = line === 'lost';
  return (
    <div class="drill-notes">
      {clock?.status === 'paused' && (
        <div class="drill-note drill-note--paused" role="status">
          <Icon name="lock" size={20} />
          <p>
            <strong>{w.clock.pausedText}</strong>
            {view.status === 'paused' && view.reason && <> {w.clock.reason(view.reason)}</>}
          </p>
        </div>
      )}
      {(lost || pending.length > 0) && (
        <div class="drill-note" role="status">
          <Icon name={lost ? 'line-lost' : 'device'} size={20} />
          <p>
            {lost && (seat === null ? w.watch.lost : w.line.lostText)}{' '}
            {pending.length > 0 && w.line.waiting(pending.length)}
          </p>
        </div>
      )}
      <ElsewhereNote />
      <RefusedActions />
      <div aria-live="polite">
        <MissedNote onClose={onDismissMissed} />
      </div>
      {view.phase && <p class="drill-phase">{w.clock.phase(text(view.phase.title))}</p>}
    </div>
  );
}

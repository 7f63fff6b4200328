import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { isOver, scenarioNow } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { NoteSheet } from './note-sheet.js';
import { ObjectiveCard } from './objective-card.js';
import { PhotoSection } from './photo-section.js';
import { RefusedRemarks } from './refused-remarks.js';
import { RemarkList } from './remark-list.js';

const TEAM = '';

/** For evaluators and observers: objectives beside each other, each rated with one tap, and notes of the moment. */
export function WatchPanel() {
  const { w, text } = useWords();
  const { stage, state, observing } = useDrillRun();
  const [about, setAbout] = useState(TEAM);
  const [noteAt, setNoteAt] = useState<number | null>(null);
  const { clock } = state;
  const { role } = stage.me;
  const mayRate = role === 'evaluator' || role === 'controller';
  const isOpen = clock !== null && !isOver(clock);
  const waiting = observing.remarks.filter((one) => one.state === 'waiting').length;
  return (
    <section aria-labelledby="watch-title" class="watch">
      <h2 id="watch-title" class="drill-panel__title" tabIndex={-1}>
        {mayRate ? w.watch.title : w.watch.titleObserver}
      </h2>
      <p class="small quiet" role="status">
        {waiting > 0 ? w.watch.waiting(waiting) : w.watch.kept}
      </p>
      <RefusedRemarks />
      {isOpen && (
        <button
          type="button"
          class="button button--primary button--wide"
          // The moment is that of the tap, however long the writing takes.
          onClick={() => setNoteAt(Math.floor(scenarioNow(clock, performance.now())))}
        >
          <Icon name="pencil" size={20} />
          {w.watch.note}
        </button>
      )}
      <PhotoSection mayTake={isOpen} />
      {mayRate && (
        <>
          <div class="field">
            <label for="watch-about">{w.watch.about}</label>
            <select
              id="watch-about"
              class="input"
              value={about}
              onChange={(event) => setAbout(event.currentTarget.value)}
            >
              <option value={TEAM}>{w.watch.team}</option>
              {stage.seats.map(({ key, title }) => (
                <option key={key} value={key}>
                  {text(title)}
                </option>
              ))}
            </select>
          </div>
          {/* What scrolls must be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div class="watch__columns" role="group" aria-label={w.watch.objectives} tabIndex={0}>
            {stage.objectives.map(({ key, title }) => (
              <ObjectiveCard
                key={`${key} ${about}`}
                objective={key}
                title={text(title)}
                seat={about === TEAM ? null : about}
                mayRate={isOpen}
              />
            ))}
          </div>
        </>
      )}
      <RemarkList />
      {noteAt !== null && <NoteSheet moment={noteAt} onClose={() => setNoteAt(null)} />}
    </section>
  );
}

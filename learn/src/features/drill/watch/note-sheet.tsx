import { useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { timeOfDay } from '../line/scenario-time.js';
import { useDrillRun } from '../parts/drill-context.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';

const NONE = '';

/** What was seen, at the moment at which the sheet was opened. */
export function NoteSheet({ moment, onClose }: { moment: number; onClose: () => void }) {
  const { w, text } = useWords();
  const { stage, observing } = useDrillRun();
  const [words, setWords] = useState('');
  const [objective, setObjective] = useState(NONE);
  const [tried, setTried] = useState(false);
  const save = async () => {
    setTried(true);
    if (!fits(words)) return;
    await observing.observe(
      { kind: 'note', text: words.trim(), objective: objective === NONE ? null : objective },
      moment,
    );
    onClose();
  };
  return (
    <Sheet title={w.watch.note} onClose={onClose}>
      <p>{w.watch.moment(timeOfDay(stage.startsAt, moment, true))}</p>
      <TextBox
        label={w.watch.seen}
        value={words}
        onChange={setWords}
        error={tried && words.trim() === '' ? w.message.noText : null}
      />
      <div class="field">
        <label for="note-objective">{w.watch.objective}</label>
        <select
          id="note-objective"
          class="input"
          value={objective}
          onChange={(event) => setObjective(event.currentTarget.value)}
        >
          <option value={NONE}>{w.watch.noObjective}</option>
          {stage.objectives.map(({ key, title }) => (
            <option key={key} value={key}>
              {text(title)}
            </option>
          ))}
        </select>
      </div>
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void save()}>
          {w.watch.save}
        </button>
      </div>
    </Sheet>
  );
}

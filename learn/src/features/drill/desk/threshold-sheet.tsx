import type { AlertLevel, MeasureName } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Sheet } from '../../../shared/ui/sheet.js';
import { ChoiceList } from '../parts/choice-list.js';
import { useDrillRun } from '../parts/drill-context.js';
import { namesOf } from '../parts/names-of.js';
import { useWords } from '../words/use-words.js';

const HIGHEST = 10_000_000;

export function ThresholdSheet({ onClose }: { onClose: () => void }) {
  const { w } = useWords();
  const { act } = useDrillRun();
  const [measure, setMeasure] = useState<MeasureName>('heat');
  const [level, setLevel] = useState<AlertLevel>('yellow');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const value = typed.trim() === '' ? Number.NaN : Number(typed.trim());
  const bad = !(value >= 0 && value <= HIGHEST);
  const send = async () => {
    setTried(true);
    if (bad) return;
    await act({ kind: 'set_threshold', measure, level, value });
    onClose();
  };
  return (
    <Sheet title={w.alert.threshold} onClose={onClose}>
      <ChoiceList
        legend={w.alert.measure}
        options={namesOf(w.alert.measures)}
        value={measure}
        onChange={setMeasure}
      />
      <div class="field">
        <label for="threshold">
          {w.alert.value} ({w.alert.units[measure]})
        </label>
        <input
          id="threshold"
          class="input"
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={typed}
          aria-invalid={tried && bad}
          aria-describedby="threshold-bad"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <p id="threshold-bad" class="field__error small" role="status">
          {tried && bad && w.alert.badValue}
        </p>
      </div>
      <ChoiceList
        legend={w.alert.level}
        options={namesOf(w.alert.levels)}
        value={level}
        onChange={setLevel}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void send()}>
          {w.alert.set}
        </button>
      </div>
    </Sheet>
  );
}

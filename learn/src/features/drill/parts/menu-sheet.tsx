import { Link } from 'wouter-preact';
import { LanguageChoice, TextSizeChoice } from '../../../shared/ui/reading-settings.js';
import { Sheet } from '../../../shared/ui/sheet.js';
import { useStore } from '../../../shared/use-store.js';
import { OwnLog } from '../over/own-log.js';
import { useWords } from '../words/use-words.js';
import { useDrillRun } from './drill-context.js';
import { PlainText } from './plain-text.js';
import { seatTitle } from './seat-names.js';
import { chooseSignals, signals } from './signals.js';
import { SoloControls } from './solo-controls.js';

/** Seat, briefing, own log, signals, and for a solo drill its clock. */
export function MenuSheet({ onClose }: { onClose: () => void }) {
  const { w, t, text } = useWords();
  const { stage, view, seat } = useDrillRun();
  return (
    <Sheet title={w.menu} onClose={onClose}>
      {stage.run.mode === 'solo' && <SoloControls onDone={onClose} />}
      <section>
        <h3>{seat === null ? w.role[stage.me.role] : text(seatTitle(stage, seat))}</h3>
        <p class="quiet mail__text">{stage.me.duties ? text(stage.me.duties) : w.watching}</p>
      </section>
      <details class="fold">
        <summary>{w.briefing}</summary>
        <PlainText text={text(stage.briefing)} />
      </details>
      <details class="fold">
        <summary>{w.over.log}</summary>
        <OwnLog />
      </details>
      <details class="fold">
        <summary>{w.seats.title}</summary>
        <ul class="seat-list">
          {stage.seats.map(({ key, title, tier }) => (
            <li key={key}>
              <span>
                {text(title)} {key === seat && <span class="tag tag--accent">{w.seats.mine}</span>}
              </span>
              <span class="quiet small">
                {t.tier[tier]}
                {view.played.has(key) && ` · ${view.played.get(key) ? w.seats.played : w.seats.simulated}`}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <SignalChoices />
      <LanguageChoice />
      <TextSizeChoice />
      <Link href="/drills" class="button button--wide">
        {w.toList}
      </Link>
    </Sheet>
  );
}

function SignalChoices() {
  const { w } = useWords();
  const choice = useStore(signals);
  return (
    <fieldset class="pick">
      <legend>{w.settings.title}</legend>
      <p class="quiet small">{w.settings.hint}</p>
      <div class="pick__grid">
        {(['sound', 'vibration'] as const).map((key) => (
          <label key={key} class="pick__row">
            <input
              type="checkbox"
              checked={choice[key]}
              onChange={() => chooseSignals({ ...choice, [key]: !choice[key] })}
            />
            <span>{w.settings[key]}</span>
          </label>
        ))}
      </div>
      <p class="quiet small">{w.settings.awake}</p>
    </fieldset>
  );
}

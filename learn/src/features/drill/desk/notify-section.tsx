import type { DrillView } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { timeOfDay } from '../line/scenario-time.js';
import { Countdown } from '../parts/countdown.js';
import { isPending, useDrillRun } from '../parts/drill-context.js';
import { seatTitle } from '../parts/seat-names.js';
import { useWords } from '../words/use-words.js';
import { DeskFold } from './desk-fold.js';
import { TextSheet } from './text-sheet.js';

type Clock = NonNullable<ReturnType<DrillView['clocks']['get']>>;
type Open = { kind: 'notify'; clock: string } | { kind: 'contact'; partner: string; name: string };

/** Reports that the law wants in time, and partners who may be asked. */
export function NotifySection() {
  const { w, text } = useWords();
  const { stage, view, act, mayAct } = useDrillRun();
  const [open, setOpen] = useState<Open | null>(null);
  const partnerName = (key: string) => {
    const partner = stage.partners.find((one) => one.key === key);
    return partner ? text(partner.name) : key;
  };
  return (
    <DeskFold title={w.desk.notify} open={view.clocks.size > 0}>
      <h4 class="eyebrow">{w.notify.clocks}</h4>
      {view.clocks.size === 0 && <p class="quiet small">{w.notify.noClocks}</p>}
      {[...view.clocks.values()].map((clock) => (
        <ClockRow
          key={clock.clock}
          clock={clock}
          onFile={() => setOpen({ kind: 'notify', clock: clock.clock })}
        />
      ))}
      <h4 class="eyebrow">{w.notify.partners}</h4>
      <ul class="desk__rows">
        {stage.partners.map(({ key, name }) => (
          <li key={key} class="desk__row">
            <span>{text(name)}</span>
            {mayAct && (
              <button
                type="button"
                class="button"
                aria-label={w.notify.contactTitle(text(name))}
                onClick={() => setOpen({ kind: 'contact', partner: key, name: text(name) })}
              >
                {w.notify.contact}
              </button>
            )}
          </li>
        ))}
      </ul>
      {view.contacts.length > 0 && (
        <>
          <h4 class="eyebrow">{w.notify.log}</h4>
          <ul class="desk__log small">
            {view.contacts.map(({ id, at, partner, by, text: words }) => (
              <li key={id}>
                {w.notify.logLine(
                  timeOfDay(stage.startsAt, at),
                  partnerName(partner),
                  text(seatTitle(stage, by)),
                )}
                <span class="quiet"> {words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {open && (
        <TextSheet
          title={open.kind === 'notify' ? w.notify.fileTitle : w.notify.contactTitle(open.name)}
          send={w.notify.send}
          onSend={(words) =>
            act(
              open.kind === 'notify'
                ? { kind: 'notify', clock: open.clock, text: words }
                : { kind: 'contact', partner: open.partner, text: words },
            )
          }
          onClose={() => setOpen(null)}
        />
      )}
    </DeskFold>
  );
}

function ClockRow({ clock, onFile }: { clock: Clock; onFile: () => void }) {
  const { w, text } = useWords();
  const drill = useDrillRun();
  const { stage, mayAct } = drill;
  const { state, dueAt, seat, title } = clock;
  const minutes = stage.clocks.find(({ key }) => key === clock.clock)?.minutes;
  const from = minutes === undefined ? clock.at : dueAt - minutes * 60;
  const waiting = isPending(drill, 'notify', (action) => action.clock === clock.clock);
  const filed = drill.view.contacts.some((contact) => contact.clock === clock.clock);
  return (
    <div class="law">
      <p>
        <strong>{text(title)}</strong>
      </p>
      <p class="law__state">
        <span class={`tag ${state === 'met' ? 'tag--good' : state === 'missed' ? 'tag--bad' : 'tag--warn'}`}>
          <Icon name={state === 'met' ? 'done' : state === 'missed' ? 'warning' : 'clock'} size={14} />
          {w.notify.state[state]}
        </span>
        <span class="quiet small">{w.notify.dueAt(timeOfDay(stage.startsAt, dueAt))}</span>
        <span class="quiet small">{w.notify.ofSeat(text(seatTitle(stage, seat)))}</span>
      </p>
      {state === 'started' && <Countdown from={from} dueAt={dueAt} />}
      {mayAct && state !== 'met' && !filed && (
        <button
          type="button"
          class="button button--primary"
          aria-disabled={waiting}
          onClick={() => !waiting && onFile()}
        >
          {waiting ? w.notify.pending : state === 'missed' ? w.notify.late : w.notify.file}
        </button>
      )}
    </div>
  );
}

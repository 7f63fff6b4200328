import type { DrillEvent } from '@readyroom/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words/use-words.js';
import { useDrillRun, type Drill } from './drill-context.js';
import { senderName } from './seat-names.js';
import { signal } from './signals.js';

/** Says politely what has just come in, and gives a signal for what is addressed to the reader. */
export function Announcer() {
  const { w, text } = useWords();
  const drill = useDrillRun();
  const { events } = drill.state;
  const [spoken, setSpoken] = useState('');
  // What was there already is not announced.
  const heard = useRef(events.length);
  useEffect(() => {
    const fresh = events.slice(heard.current);
    heard.current = events.length;
    const words = fresh.map((event) => said(event, drill)).filter((one) => one !== null);
    if (words.length === 0) return;
    setSpoken(words.slice(-3).join(' '));
    if (fresh.some((event) => isForMe(event, drill.seat))) signal();
    // Only news speak; a change of language or seat does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [events]);

  function said({ body }: DrillEvent, { stage, seat }: Drill): string | null {
    switch (body.kind) {
      case 'inject':
        if (seat === null || body.to === 'feed' || !body.to.includes(seat)) return null;
        return body.card?.seat === seat
          ? w.spoken.card
          : w.spoken.message(text(senderName(stage, body.from)));
      case 'message':
        return seat !== null && body.to.includes(seat)
          ? w.spoken.message(text(senderName(stage, { kind: 'seat', key: body.from })))
          : null;
      case 'statement':
        return asksMe(body, seat) ? w.spoken.statement : null;
      case 'phase':
        return w.spoken.phase(text(body.title));
      case 'alarm':
        return w.spoken.alarm(w.alert.measures[body.measure]);
      case 'status':
        return w.spoken.status(w.clock[body.status]);
      default:
        return null;
    }
  }
  return (
    <p class="visually-hidden" aria-live="polite">
      {spoken}
    </p>
  );
}

const asksMe = (body: DrillEvent['body'], seat: string | null): boolean =>
  body.kind === 'statement' && seat !== null && body.waitingFor === seat;

const isForMe = ({ body }: DrillEvent, seat: string | null): boolean =>
  asksMe(body, seat) ||
  (seat !== null &&
    (body.kind === 'message' || body.kind === 'inject') &&
    body.to !== 'feed' &&
    body.to.includes(seat));

import { useEffect, useRef, useState } from 'preact/hooks';
import { useI18n } from '../../shared/i18n/i18n.js';
import { clockText, serverNow } from '../../shared/time.js';
import { Icon } from '../../shared/ui/icons.js';

const FIVE_MINUTES_MS = 300_000;
const ONE_MINUTE_MS = 60_000;

interface Props {
  endsAt: string;
  hidden: boolean;
  onToggle: () => void;
  onTimeUp: () => void;
}

/** Counts down by the clock of the server. May be hidden until five minutes are left; says so at five and at one. */
export function Timer({ endsAt, hidden, onToggle, onTimeUp }: Props) {
  const { t } = useI18n();
  const end = Date.parse(endsAt);
  const [left, setLeft] = useState(() => end - serverNow());
  const isUp = useRef(false);
  const onUp = useRef(onTimeUp);
  onUp.current = onTimeUp;
  useEffect(() => {
    const tick = () => {
      const now = end - serverNow();
      setLeft(now);
      if (now > 0 || isUp.current) return;
      isUp.current = true;
      onUp.current();
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [end]);

  const late = left <= FIVE_MINUTES_MS;
  const shown = !hidden || late;
  const spoken =
    left <= 0 ? t.quiz.timeUp : left <= ONE_MINUTE_MS ? t.quiz.oneMinute : late ? t.quiz.fiveMinutes : '';
  return (
    <>
      <button
        type="button"
        class={`timer ${late ? 'timer--late' : ''}`}
        aria-label={`${t.quiz.timeLeft} ${shown ? clockText(left) : ''} ${late ? '' : shown ? t.quiz.hideTimer : t.quiz.showTimer}`}
        aria-disabled={late}
        onClick={() => !late && onToggle()}
      >
        <Icon name="clock" size={20} />
        {shown && <span role="timer">{clockText(left)}</span>}
      </button>
      <span class="visually-hidden" role="status">
        {spoken}
      </span>
    </>
  );
}

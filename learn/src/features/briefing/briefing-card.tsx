import { textIn, type MyBriefing } from '@readyroom/contract';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { formatDayAndTime } from '../../shared/i18n/format.js';
import { useI18n } from '../../shared/i18n/i18n.js';
import { serverNow } from '../../shared/time.js';
import { Icon } from '../../shared/ui/icons.js';
import { briefingWords } from './words.js';
import './briefing.css';

const PARTS = ['facts', 'unknown', 'act', 'say', 'avoid', 'ask'] as const;

interface Props {
  briefing: MyBriefing;
  /** How many wait behind this one. */
  more: number;
  isSending: boolean;
  isReachable: boolean;
  /** Questions that were answered wrongly. */
  wrong: readonly number[];
  onAcknowledge: (answers: number[]) => void;
}

export function BriefingCard({ briefing, more, isSending, isReachable, wrong, onAcknowledge }: Props) {
  const { locale } = useI18n();
  const w = briefingWords(locale);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [answers, setAnswers] = useState<Record<number, number>>({});
  const [incomplete, setIncomplete] = useState(false);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The dialog would give the focus to the first answer, below everything that has to be read before.
    title.current?.focus();
    return () => element?.close();
  }, []);

  const submit = (event: Event) => {
    event.preventDefault();
    if (isSending) return;
    const chosen = briefing.checks.map((_check, n) => answers[n]);
    const whole = chosen.filter((one) => one !== undefined);
    setIncomplete(whole.length < briefing.checks.length);
    if (whole.length === briefing.checks.length) onAcknowledge(whole);
  };
  const due = Date.parse(briefing.dueAt);
  return (
    <dialog
      class="briefing"
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => event.preventDefault()}
    >
      <form class="briefing__body" onSubmit={submit} noValidate>
        <header>
          <p class="briefing__mark">
            <Icon name="warning" size={20} />
            <strong>{w.mark}</strong> · {w.real}
          </p>
          <h1 id={heading} ref={title} tabIndex={-1}>
            {textIn(briefing.title, locale)}
          </h1>
          <p class="meta">
            {w.from(briefing.sentBy, formatDayAndTime(Date.parse(briefing.askedAt), locale))}
          </p>
        </header>
        {briefing.changed && (
          <section class="briefing__changed">
            <h2>{w.corrected}</h2>
            <p>{textIn(briefing.changed, locale)}</p>
          </section>
        )}
        {PARTS.map((part) => {
          const said = briefing[part];
          return (
            said && (
              <section key={part} class={`briefing__part briefing__part--${part}`}>
                <h2>{w[part]}</h2>
                <p>{textIn(said, locale)}</p>
              </section>
            )
          );
        })}
        {briefing.checks.map(({ prompt, options }, n) => (
          <fieldset class="briefing__check" key={prompt.zh}>
            <legend>
              <span class="meta">{w.check}</span>
              {textIn(prompt, locale)}
            </legend>
            {options.map((option, index) => (
              <label key={option.zh}>
                <input
                  type="radio"
                  name={`check-${n}`}
                  checked={answers[n] === index}
                  onChange={() => setAnswers((now) => ({ ...now, [n]: index }))}
                />
                <span>{textIn(option, locale)}</span>
              </label>
            ))}
            {wrong.includes(n) && (
              <p class="alert" role="alert">
                {w.wrong}
              </p>
            )}
          </fieldset>
        ))}
        <footer class="briefing__foot">
          {!isReachable && <p class="meta">{w.offline}</p>}
          {incomplete && (
            <p class="alert" role="alert">
              {w.missing}
            </p>
          )}
          <button type="submit" class="button button--primary button--wide" aria-disabled={isSending}>
            {isSending ? w.sending : w.acknowledge}
          </button>
          <p class="meta briefing__due">
            {serverNow() > due ? w.late : w.until(formatDayAndTime(due, locale))}
            {more > 0 && ` · ${w.more(more)}`}
          </p>
        </footer>
      </form>
    </dialog>
  );
}

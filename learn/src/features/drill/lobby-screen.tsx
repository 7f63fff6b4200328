import { useState } from 'preact/hooks';
import { api } from '../../shared/api/client.js';
import { formatDayAndTime } from '../../shared/i18n/format.js';
import { DRILL_MARK, DrillBanner } from '../../shared/ui/drill-banner.js';
import { Icon } from '../../shared/ui/icons.js';
import { messageOf } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { Link } from 'wouter-preact';
import { useDrillRun } from './parts/drill-context.js';
import { LineText } from './parts/line-text.js';
import { PlainText } from './parts/plain-text.js';
import { seatTitle } from './parts/seat-names.js';
import { useWakeLock } from './parts/use-wake-lock.js';
import { useWords } from './words/use-words.js';

/** Before the start: who one is, what is known, who is expected, and "I am ready". */
export function LobbyScreen({ onReady }: { onReady: () => void }) {
  const { w, t, text, locale } = useWords();
  const { stage, seat } = useDrillRun();
  const { run, me } = stage;
  useWakeLock(me.ready);
  const title = text(run.scenario.title);
  return (
    <>
      <DrillBanner />
      <main id="content" class="column lobby" tabIndex={-1}>
        <div class="lobby__line">
          <Link href="/drills" class="link-button">
            {w.toList}
          </Link>
          <LineText />
        </div>
        <p class="eyebrow">{w.lobby.title}</p>
        <Title windowTitle={`${DRILL_MARK} · ${title}`}>{run.title ?? title}</Title>
        <p class="meta">
          {run.plannedFor && (
            <span>{w.lobby.planned(formatDayAndTime(Date.parse(run.plannedFor), locale))}</span>
          )}
          <span>{w.lobby.length(stage.durationMinutes)}</span>
          <span role="status">{w.lobby.joined(run.joined, run.players)}</span>
        </p>
        <p>{w.lobby.lead}</p>
        <section class="card lobby__seat">
          <p class="eyebrow">{seat === null ? w.role[me.role] : w.seat}</p>
          {seat !== null && <h2>{text(seatTitle(stage, seat))}</h2>}
          <p class="mail__text">{me.duties ? text(me.duties) : w.watching}</p>
        </section>
        <ReadyButton onReady={onReady} />
        <section class="section">
          <h2 class="section__title">{w.briefing}</h2>
          <PlainText text={text(stage.briefing)} />
        </section>
        <section class="section">
          <h2 class="section__title">{w.lobby.seats}</h2>
          <ul class="seat-list card">
            {stage.seats.map((one) => (
              <li key={one.key}>
                <span>
                  {text(one.title)} {one.key === seat && <span class="tag tag--accent">{w.lobby.mine}</span>}
                </span>
                <span class="quiet small">
                  {text(one.department)} · {t.tier[one.tier]}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section class="section">
          <h2 class="section__title">{w.lobby.objectives}</h2>
          <ul class="prose lobby__objectives">
            {stage.objectives.map(({ key, title: words }) => (
              <li key={key}>{text(words)}</li>
            ))}
          </ul>
        </section>
      </main>
    </>
  );
}

function ReadyButton({ onReady }: { onReady: () => void }) {
  const { w, t } = useWords();
  const { runId, stage } = useDrillRun();
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  if (stage.me.ready)
    return (
      <p class="alert alert--good" role="status">
        <Icon name="done" size={20} />
        <span>{w.lobby.isReady}</span>
      </p>
    );
  const ready = async () => {
    setWorking(true);
    setError(null);
    try {
      await api.post(`/drills/${runId}/ready`);
      onReady();
    } catch (refusal) {
      setError(refusal as Error);
    }
    setWorking(false);
  };
  return (
    <>
      <button
        type="button"
        class="button button--primary button--wide lobby__ready"
        aria-disabled={working}
        onClick={() => !working && void ready()}
      >
        {w.lobby.ready}
      </button>
      {error && (
        <p class="alert" role="alert">
          <Icon name="warning" size={20} />
          <span>{messageOf(error, t)}</span>
        </p>
      )}
    </>
  );
}

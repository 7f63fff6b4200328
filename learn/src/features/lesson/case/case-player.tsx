import type { CaseState, CaseStep, LessonPage } from '@readyroom/contract';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../shared/api/client.js';
import { ApiError, LineLost } from '../../../shared/api/errors.js';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { Icon } from '../../../shared/ui/icons.js';
import { messageOf } from '../../../shared/ui/states.js';
import { CaseEnd } from './case-end.js';
import { CasePath } from './case-path.js';
import { Consequence } from './consequence.js';
import { Decision } from './decision.js';
import './case.css';

interface Props {
  page: LessonPage;
  state: CaseState;
  /** Somebody wanted to go on before the end. */
  stopped: boolean;
  onCase: (state: CaseState) => void;
  onStale: () => void;
}

/** A case is played decision by decision; what follows from each comes from the server, and only then. */
export function CasePlayer({ page, state, stopped, onCase, onStale }: Props) {
  const { t, locale } = useI18n();
  const [fresh, setFresh] = useState<CaseStep | null>(null);
  const [choosing, setChoosing] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stage = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  // Each turn of the case takes the focus to its heading, and the reader's eye to the top of it.
  const turn = `${state.steps.length}/${fresh ? 'fresh' : 'open'}`;
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    stage.current?.scrollIntoView({ block: 'start' });
    stage.current?.querySelector<HTMLElement>('[data-turn]')?.focus({ preventScroll: true });
  }, [turn]);

  const ask = async (path: string, body: object): Promise<CaseState | null> => {
    setError(null);
    try {
      return await api.post<CaseState>(`/learn/lessons/${page.id}/${path}`, body, {
        query: { courseId: page.courseId, locale },
      });
    } catch (refusal) {
      setError(refusal);
      if (refusal instanceof ApiError && refusal.code === 'lesson.decision_not_open') onStale();
      return null;
    }
  };
  const choose = async (nodeId: string, optionId: string) => {
    if (choosing) return;
    setChoosing(optionId);
    const next = await ask('decisions', { nodeId, optionId });
    setChoosing(null);
    if (!next) return;
    moved.current = true;
    setFresh(next.steps.at(-1) ?? null);
    onCase(next);
  };
  const goOn = () => {
    moved.current = true;
    setFresh(null);
  };
  const restart = async () => {
    const next = await ask('decisions/restart', {});
    if (!next) return;
    moved.current = true;
    setFresh(null);
    onCase(next);
  };

  const past = fresh ? state.steps.slice(0, -1) : state.steps;
  const ended = state.open === null;
  return (
    <section id="case" class="case" aria-labelledby="case-title">
      <h2 id="case-title" class="case__title" tabIndex={-1}>
        <Icon name="branch" />
        {t.case.title}
      </h2>
      {stopped && (
        <p class="alert alert--warn" role="alert">
          <Icon name="info" size={20} />
          <span>{t.case.unfinished}</span>
        </p>
      )}
      <CasePath steps={past} />
      <div ref={stage} class="case__stage">
        {fresh ? (
          <>
            <Consequence step={fresh} number={state.steps.length} atMost={state.decisionsAtMost} />
            {!ended && (
              <button type="button" class="button button--primary button--wide" onClick={goOn}>
                {t.case.goOn}
                <Icon name="arrow-right" size={20} />
              </button>
            )}
          </>
        ) : (
          state.open && (
            <Decision
              node={state.open}
              number={state.steps.length + 1}
              atMost={state.decisionsAtMost}
              choosing={choosing}
              onChoose={(optionId) => state.open && void choose(state.open.id, optionId)}
            />
          )
        )}
        {error !== null && (
          <p class="alert" role="alert">
            <Icon name={error instanceof LineLost ? 'line-lost' : 'warning'} size={20} />
            <span>{error instanceof LineLost ? t.case.needsLine : messageOf(error, t)}</span>
          </p>
        )}
        {ended && <CaseEnd state={state} onAgain={() => void restart()} />}
      </div>
    </section>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useI18n } from '../../shared/i18n/i18n.js';
import { useSignedIn } from '../../shared/session/use-signed-in.js';
import { Icon } from '../../shared/ui/icons.js';
import { SaveState } from '../../shared/ui/save-state.js';
import { AttemptBanners } from './attempt-banners.js';
import { AttemptHeader } from './attempt-header.js';
import { LastLook } from './last-look.js';
import { LeaveSheet } from './leave-sheet.js';
import { Overview } from './overview.js';
import { QuestionView } from './question-view.js';
import { flagged, type AnswerSheet } from './sheet.js';
import { useAnswerSheet } from './use-answer-sheet.js';
import { useQuizKeys } from './use-quiz-keys.js';

export function AttemptScreen({ initial }: { initial: AnswerSheet }) {
  const { t } = useI18n();
  const { outbox } = useSignedIn();
  const [, go] = useLocation();
  const { sheet, change, answer, save, savedAt, notice, waiting } = useAnswerSheet(initial);
  const [open, setOpen] = useState<'overview' | 'leave' | null>(null);
  const { attempt, index } = sheet;
  const { questions } = attempt;
  const question = questions[index];
  const outline = `/courses/${attempt.courseId}`;

  const goTo = (next: number) => {
    if (next < 0 || next > questions.length) return;
    void save();
    change((now) => ({ ...now, index: next }));
  };
  // Each question begins at the top, with the focus on its words.
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      window.scrollTo(0, 0);
      document.getElementById('prompt')?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [index]);

  const submit = async () => {
    await save();
    await outbox.put({ kind: 'submit', attemptId: attempt.id, key: sheet.submitKey });
  };
  const leave = () => {
    if (attempt.endsAt !== null) setOpen('leave');
    else go(outline);
  };
  useQuizKeys({
    question,
    onAnswer: answer,
    current: question && sheet.answers[question.position]?.answer,
    onNext: () => goTo(index + 1),
  });

  return (
    <>
      <AttemptHeader
        sheet={sheet}
        onLeave={leave}
        onOverview={() => setOpen('overview')}
        onTimer={() => change((now) => ({ ...now, timerHidden: !now.timerHidden }))}
        onTimeUp={() => void submit()}
      />
      <main id="content" class="column reading quiz" tabIndex={-1}>
        <AttemptBanners
          waiting={waiting}
          timed={attempt.endsAt !== null}
          notice={notice}
          practice={attempt.kind === 'practice'}
        />
        {question ? (
          <QuestionView
            key={question.position}
            question={question}
            answer={sheet.answers[question.position]?.answer ?? null}
            flag={sheet.flags.includes(question.position)}
            onAnswer={(value) => answer(question.position, value)}
            onFlag={() => change((now) => flagged(now, question.position))}
          />
        ) : (
          <LastLook sheet={sheet} onGoTo={goTo} onSubmit={() => void submit()} />
        )}
      </main>
      <footer class="foot">
        <div class="foot__row">
          <button type="button" class="button" disabled={index === 0} onClick={() => goTo(index - 1)}>
            <Icon name="arrow-left" size={20} />
            {t.quiz.back}
          </button>
          <SaveState waiting={waiting > 0} savedAt={savedAt} />
          {question ? (
            <button type="button" class="button button--primary" onClick={() => goTo(index + 1)}>
              {index === questions.length - 1 ? t.quiz.check : t.quiz.next}
              <Icon name="arrow-right" size={20} />
            </button>
          ) : (
            <span />
          )}
        </div>
      </footer>
      {open === 'overview' && (
        <Overview
          sheet={sheet}
          onClose={() => setOpen(null)}
          onGoTo={(next) => {
            setOpen(null);
            goTo(next);
          }}
        />
      )}
      {open === 'leave' && (
        <LeaveSheet onStay={() => setOpen(null)} onLeave={() => void save().then(() => go(outline))} />
      )}
    </>
  );
}

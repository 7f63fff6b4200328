import type { CaseState, LessonPage } from '@readyroom/contract';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useI18n } from '../../shared/i18n/i18n.js';
import { KeptLabel } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { Block } from './blocks/block.js';
import { CasePlayer } from './case/case-player.js';
import { LessonFooter } from './lesson-footer.js';
import { LessonHeader } from './lesson-header.js';
import { Sources } from './sources.js';
import { useLessonKeys } from './use-lesson-keys.js';
import { useReadingPlace } from './use-reading-place.js';
import { useSaving } from './use-saving.js';

interface Props {
  page: LessonPage;
  keptAt: number | null;
  onCase: (state: CaseState) => void;
  onPlace: (blockId: string, done: boolean) => void;
  onStale: () => void;
}

export function LessonReader({ page, keptAt, onCase, onPlace, onStale }: Props) {
  const { t } = useI18n();
  const [, go] = useLocation();
  const saving = useSaving(page);
  const [stopped, setStopped] = useState(false);
  const place = useReadingPlace(page, (blockId) => {
    onPlace(blockId, false);
    void saving.save(blockId, false);
  });
  const outline = `/courses/${page.courseId}`;
  const open = page.case !== null && page.case.open !== null;
  useEffect(() => setStopped(false), [open]);

  const back = () => page.previousLessonId && go(`${outline}/lessons/${page.previousLessonId}`);
  const forward = async () => {
    if (open && page.state !== 'done') {
      setStopped(true);
      document.getElementById('case')?.scrollIntoView({ block: 'start' });
      document.getElementById('case-title')?.focus({ preventScroll: true });
      return;
    }
    const last = page.blocks.at(-1);
    if (last) {
      onPlace(last.id, true);
      await saving.save(last.id, true);
    }
    go(page.next.kind === 'quiz' ? `${outline}/quiz/${page.next.id}` : `${outline}/lessons/${page.next.id}`);
  };
  const keys = useLessonKeys({ back, forward: () => void forward() });
  const parts = page.blocks.length + (page.case ? 1 : 0);
  const percent = page.state === 'done' ? 100 : Math.round(((place.index + 1) / parts) * 100);

  return (
    <>
      <LessonHeader page={page} percent={percent} closeTo={outline} onHelp={keys.showHelp} />
      <main id="content" class="column reading lesson" tabIndex={-1}>
        <KeptLabel keptAt={keptAt} />
        <p class="eyebrow">{page.moduleTitle}</p>
        <Title>{page.title}</Title>
        <p class="meta lesson__meta">
          <span>{t.lesson.position(page.position, page.of)}</span>
          <span>{t.course.minutes(page.minutes)}</span>
        </p>
        {place.resumed && <ResumeNote />}
        {page.blocks.map((block) => (
          <div key={block.id} class="lesson__block" data-block={block.id}>
            <Block block={block} />
          </div>
        ))}
        {page.case && (
          <CasePlayer page={page} state={page.case} stopped={stopped} onCase={onCase} onStale={onStale} />
        )}
        <Sources sources={page.sources} />
      </main>
      <LessonFooter
        page={page}
        waiting={saving.waiting}
        savedAt={saving.savedAt}
        onBack={back}
        onNext={() => void forward()}
      />
      {keys.help}
    </>
  );
}

function ResumeNote() {
  const { t } = useI18n();
  return (
    <p class="resume" role="status">
      {t.lesson.resumed}{' '}
      <button type="button" class="link-button" onClick={() => window.scrollTo({ top: 0 })}>
        {t.lesson.fromStart}
      </button>
    </p>
  );
}

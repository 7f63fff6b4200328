import type { LessonPage } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { useI18n } from '../../shared/i18n/i18n.js';
import { Icon } from '../../shared/ui/icons.js';
import { ProgressBar } from '../../shared/ui/progress.js';
import { LanguageChoice, TextSizeChoice } from '../../shared/ui/reading-settings.js';
import { Sheet } from '../../shared/ui/sheet.js';

interface Props {
  page: LessonPage;
  percent: number;
  closeTo: string;
  onHelp: () => void;
}

export function LessonHeader({ page, percent, closeTo, onHelp }: Props) {
  const { t } = useI18n();
  const [settings, setSettings] = useState(false);
  return (
    <header class="focus-bar">
      <div class="focus-bar__row">
        <Link href={closeTo} class="icon-button" aria-label={t.lesson.close}>
          <Icon name="close" />
        </Link>
        <p class="focus-bar__title">{page.courseTitle}</p>
        <button type="button" class="icon-button focus-bar__help" aria-label={t.lesson.help} onClick={onHelp}>
          <span aria-hidden="true">?</span>
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t.lesson.settings}
          onClick={() => setSettings(true)}
        >
          <Icon name="text" />
        </button>
      </div>
      <ProgressBar class="focus-bar__progress" percent={percent} label={t.lesson.progress} />
      {settings && (
        <Sheet title={t.lesson.settings} onClose={() => setSettings(false)}>
          <TextSizeChoice />
          <LanguageChoice />
        </Sheet>
      )}
    </header>
  );
}

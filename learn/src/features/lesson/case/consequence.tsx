import type { CaseStep } from '@readyroom/contract';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { Html } from '../../../shared/ui/html.js';
import { Icon, type IconName } from '../../../shared/ui/icons.js';

const QUALITY_ICON: Record<CaseStep['quality'], IconName> = {
  strong: 'done',
  acceptable: 'half',
  weak: 'warning',
};

export function QualityLabel({ quality }: { quality: CaseStep['quality'] }) {
  const { t } = useI18n();
  return (
    <span class={`quality quality--${quality}`}>
      <Icon name={QUALITY_ICON[quality]} size={18} />
      {t.case.quality[quality]}
    </span>
  );
}

interface Props {
  step: CaseStep;
  number: number;
  atMost: number;
}

/** What was chosen, what came of it, and what the teacher says to it. */
export function Consequence({ step, number, atMost }: Props) {
  const { t } = useI18n();
  const chosen = step.node.options.find(({ id }) => id === step.chosenOptionId);
  return (
    <div class="consequence card">
      <p class="situation__clock">
        <Icon name="clock" size={18} />
        {step.node.clock}
        <span class="quiet">{t.case.step(number, atMost)}</span>
      </p>
      <div>
        <h3 class="eyebrow" tabIndex={-1} data-turn>
          {t.case.chosen}
        </h3>
        <p class="consequence__chosen">{chosen?.label}</p>
        <QualityLabel quality={step.quality} />
      </div>
      <div>
        <h3 class="eyebrow">{t.case.consequence}</h3>
        <Html html={step.consequenceHtml} />
      </div>
      <div class="consequence__feedback">
        <h3 class="eyebrow">{t.case.feedback}</h3>
        <Html html={step.feedbackHtml} />
      </div>
    </div>
  );
}

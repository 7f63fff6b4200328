import type { CaseStep } from '@readyroom/contract';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { Html } from '../../../shared/ui/html.js';
import { QualityLabel } from './consequence.js';

/** The decisions taken so far, folded away. */
export function CasePath({ steps }: { steps: readonly CaseStep[] }) {
  const { t } = useI18n();
  if (steps.length === 0) return null;
  return (
    <details class="path fold">
      <summary>
        {t.case.path} ({steps.length})
      </summary>
      <ol>
        {steps.map((step, i) => (
          <li key={step.node.id}>
            <p class="meta">
              <span>{t.case.pathStep(i + 1)}</span>
              <span>{step.node.clock}</span>
            </p>
            <p class="path__chosen">
              {step.node.options.find(({ id }) => id === step.chosenOptionId)?.label}
            </p>
            <QualityLabel quality={step.quality} />
            <Html class="small" html={step.consequenceHtml} />
            <Html class="small quiet" html={step.feedbackHtml} />
          </li>
        ))}
      </ol>
    </details>
  );
}

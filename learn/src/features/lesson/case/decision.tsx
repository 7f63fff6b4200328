import type { CaseNode } from '@readyroom/contract';
import { useI18n } from '../../../shared/i18n/i18n.js';
import { Html } from '../../../shared/ui/html.js';
import { Icon } from '../../../shared/ui/icons.js';

interface Props {
  node: CaseNode;
  number: number;
  atMost: number;
  choosing: string | null;
  onChoose: (optionId: string) => void;
}

export function Decision({ node, number, atMost, choosing, onChoose }: Props) {
  const { t } = useI18n();
  return (
    <>
      <div class="situation card">
        <p class="situation__clock">
          <Icon name="clock" size={18} />
          {node.clock}
        </p>
        <h3 tabIndex={-1} data-turn>
          {t.case.step(number, atMost)}
        </h3>
        <Html html={node.html} />
      </div>
      <fieldset class="options">
        <legend class="options__ask">{t.case.choose}</legend>
        {node.options.map((option) => (
          <button
            key={option.id}
            type="button"
            class={`option-button ${choosing === option.id ? 'option-button--chosen' : ''}`}
            aria-disabled={choosing !== null}
            onClick={() => onChoose(option.id)}
          >
            {option.label}
          </button>
        ))}
        <p class="quiet small" role="status">
          {choosing !== null && t.case.deciding}
        </p>
      </fieldset>
    </>
  );
}

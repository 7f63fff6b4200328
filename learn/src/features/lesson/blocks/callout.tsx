import { useI18n } from '../../../shared/i18n/i18n.js';
import { Html } from '../../../shared/ui/html.js';
import { Icon } from '../../../shared/ui/icons.js';
import type { BlockOf } from './block-of.js';

export function Callout({ block }: { block: BlockOf<'callout'> }) {
  const { t } = useI18n();
  return (
    <aside class={`callout callout--${block.tone}`} aria-labelledby={`t-${block.id}`}>
      <p class="callout__tone">
        <Icon name={block.tone} size={20} />
        {t.lesson.tone[block.tone]}
      </p>
      <h2 id={`t-${block.id}`}>{block.title}</h2>
      <Html html={block.html} />
    </aside>
  );
}

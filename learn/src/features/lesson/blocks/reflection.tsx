import { useI18n } from '../../../shared/i18n/i18n.js';
import { Icon } from '../../../shared/ui/icons.js';
import { useNote } from '../use-note.js';
import type { BlockOf } from './block-of.js';

export function Reflection({ block }: { block: BlockOf<'reflection'> }) {
  const { t } = useI18n();
  const [text, setText] = useNote(block.id, '');
  return (
    <section class="reflection">
      <h2 class="reflection__title">
        <Icon name="pencil" size={20} />
        {t.lesson.reflection}
      </h2>
      <p id={`p-${block.id}`}>{block.prompt}</p>
      <textarea
        class="input"
        rows={4}
        maxLength={4000}
        aria-label={t.lesson.reflectionLabel}
        aria-describedby={`p-${block.id} k-${block.id}`}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p id={`k-${block.id}`} class="quiet small">
        {t.lesson.reflectionKept}
      </p>
    </section>
  );
}

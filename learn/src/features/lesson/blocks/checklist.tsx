import { useI18n } from '../../../shared/i18n/i18n.js';
import { useNote } from '../use-note.js';
import type { BlockOf } from './block-of.js';

export function Checklist({ block }: { block: BlockOf<'checklist'> }) {
  const { t } = useI18n();
  const [ticked, setTicked] = useNote<number[]>(block.id, []);
  const toggle = (i: number) =>
    setTicked(ticked.includes(i) ? ticked.filter((n) => n !== i) : [...ticked, i]);
  return (
    <fieldset class="checklist card">
      <legend class="visually-hidden">{block.title}</legend>
      <h2 class="block-title" aria-hidden="true">
        {block.title}
      </h2>
      {block.items.map((item, i) => (
        <label key={item} class="checklist__item">
          <input type="checkbox" checked={ticked.includes(i)} onChange={() => toggle(i)} />
          <span>{item}</span>
        </label>
      ))}
      <p class="quiet small">{t.lesson.ticked(ticked.length, block.items.length)}</p>
    </fieldset>
  );
}

import { useI18n } from '../../../shared/i18n/i18n.js';
import { Icon } from '../../../shared/ui/icons.js';
import type { BlockOf } from './block-of.js';

export function Compare({ block }: { block: BlockOf<'compare'> }) {
  const { t } = useI18n();
  const sides = [
    { key: 'do', icon: 'done', title: t.lesson.do, items: block.do },
    { key: 'dont', icon: 'cross', title: t.lesson.dont, items: block.dont },
  ] as const;
  return (
    <section>
      <h2 class="block-title">{block.title}</h2>
      <div class="compare">
        {sides.map((side) => (
          <div key={side.key} class={`compare__side compare__side--${side.key}`}>
            <h3>
              <Icon name={side.icon} size={20} />
              {side.title}
            </h3>
            <ul>
              {side.items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

import { Html } from '../../../shared/ui/html.js';
import type { BlockOf } from './block-of.js';

export const Steps = ({ block }: { block: BlockOf<'steps'> }) => (
  <section>
    <h2 class="block-title">{block.title}</h2>
    <ol class="steps">
      {block.items.map((item, i) => (
        <li key={item.title}>
          <span class="steps__number" aria-hidden="true">
            {i + 1}
          </span>
          <div>
            <h3>{item.title}</h3>
            <Html html={item.html} />
          </div>
        </li>
      ))}
    </ol>
  </section>
);

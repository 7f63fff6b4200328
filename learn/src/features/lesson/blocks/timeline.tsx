import { Html } from '../../../shared/ui/html.js';
import type { BlockOf } from './block-of.js';

export const Timeline = ({ block }: { block: BlockOf<'timeline'> }) => (
  <section>
    <h2 class="block-title">{block.title}</h2>
    <ol class="timeline">
      {block.items.map((item) => (
        <li key={item.at}>
          <p class="timeline__at">{item.at}</p>
          <Html html={item.html} />
        </li>
      ))}
    </ol>
  </section>
);

import type { ItemProgress } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { formatDay } from '../../shared/i18n/format.js';
import { titlesOf } from '../../shared/programs/program-order.js';
import { Icon, type IconName } from '../../shared/ui/icons.js';
import { useWords } from './use-words.js';

const STATE_ICON: Record<ItemProgress['state'], IconName> = {
  locked: 'lock',
  open: 'open',
  in_progress: 'half',
  done: 'done',
};

interface Props {
  items: readonly ItemProgress[];
  /** The whole path, in which the items that lock others are named. */
  path: readonly ItemProgress[];
}

/** The path as it is nested: groups with their rule, courses and drills with their state and why one is locked. */
export const ItemTree = ({ items, path }: Props) => (
  <ol class="program-path card">
    {items.map((item) => (
      <li key={item.key}>
        {item.kind === 'group' ? <Group item={item} path={path} /> : <Leaf item={item} path={path} />}
      </li>
    ))}
  </ol>
);

function Group({ item, path }: { item: ItemProgress; path: Props['path'] }) {
  const { w, text } = useWords();
  const hint =
    item.rule === 'at_least'
      ? w.pathHint.at_least(item.needed ?? item.items.length)
      : w.pathHint[item.rule ?? 'all'];
  return (
    <section class="program-path__group">
      <h3 class="program-path__title">
        <State state={item.state} />
        {text(item.title)}
      </h3>
      <p class="meta program-path__hint">
        <span>{w.state[item.state]}</span>
        <span>{hint}</span>
      </p>
      <LockReason item={item} path={path} />
      <ItemTree items={item.items} path={path} />
    </section>
  );
}

function Leaf({ item, path }: { item: ItemProgress; path: Props['path'] }) {
  const { w, text, locale } = useWords();
  const body = (
    <>
      <State state={item.state} />
      <span class="program-path__text">
        <span class="program-path__name">{text(item.title)}</span>
        <span class="meta">
          <span>{w.kind[item.kind === 'drill' ? 'drill' : 'course']}</span>
          <span>{item.doneOn ? w.doneOn(formatDay(item.doneOn, locale)) : w.state[item.state]}</span>
        </span>
        <LockReason item={item} path={path} />
      </span>
    </>
  );
  if (item.state === 'locked') return <div class="program-path__row">{body}</div>;
  return (
    <Link href={item.kind === 'drill' ? '/drills' : `/courses/${item.courseId}`} class="program-path__row">
      {body}
      <Icon name="chevron" size={20} />
    </Link>
  );
}

const State = ({ state }: { state: ItemProgress['state'] }) => (
  <span class={`program-path__state program-path__state--${state}`}>
    <Icon name={STATE_ICON[state]} size={22} />
  </span>
);

function LockReason({ item, path }: { item: ItemProgress; path: Props['path'] }) {
  const { w, text } = useWords();
  if (item.state !== 'locked') return null;
  const titles = titlesOf(path, item.waitsFor).map((title) => w.quote(text(title)));
  return (
    <span class="program-path__lock small">
      {titles.length > 0 ? w.lockedBy(titles.join(w.and)) : w.lockedOrder}
    </span>
  );
}

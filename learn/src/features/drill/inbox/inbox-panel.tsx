import type { InboxItem } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { InboxEntry } from './inbox-entry.js';
import { MessageSheet } from './message-sheet.js';

type Open = Omit<Parameters<typeof MessageSheet>[0], 'onClose'>;

/** What was sent to the seat of the reader, and what they sent, newest first. */
export function InboxPanel() {
  const { w } = useWords();
  const { view, mayAct } = useDrillRun();
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <section aria-labelledby="inbox-title" class="inbox">
      <div class="drill-panel__head">
        <h2 id="inbox-title" class="drill-panel__title" tabIndex={-1}>
          {w.inbox.title}
        </h2>
        {mayAct && (
          <button type="button" class="button" onClick={() => setOpen({})}>
            <Icon name="pencil" size={18} />
            {w.inbox.write}
          </button>
        )}
      </div>
      {view.inbox.length === 0 && <EmptyState icon="info" title={w.inbox.empty} text={w.inbox.emptyText} />}
      <ul class="inbox__list">
        {[...view.inbox].reverse().map((item: InboxItem) => (
          <li key={item.id}>
            <InboxEntry
              item={item}
              onAnswer={(seat) => setOpen({ to: [seat] })}
              onForward={() => setOpen({ about: { kind: 'inject', key: item.what, text: item.text } })}
            />
          </li>
        ))}
      </ul>
      {open && <MessageSheet {...open} onClose={() => setOpen(null)} />}
    </section>
  );
}

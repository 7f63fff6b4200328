import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icons.js';
import { useDrillRun } from '../parts/drill-context.js';
import { useWords } from '../words/use-words.js';
import { DeskFold } from './desk-fold.js';
import { ReturnSheet } from './return-sheet.js';
import { StatementCard } from './statement-card.js';
import { StatementSheet } from './statement-sheet.js';
import type { StatementRecord } from './statement-steps.js';

type Open = { sheet: 'new' } | { sheet: 'edit' | 'correct' | 'return'; record: StatementRecord };

export function StatementsSection() {
  const { w } = useWords();
  const { view, mayAct } = useDrillRun();
  const [open, setOpen] = useState<Open | null>(null);
  const all = [...view.statements.values()].sort((a, b) => b.at(-1)!.id - a.at(-1)!.id);
  return (
    <DeskFold title={w.desk.statements} open>
      {all.length === 0 && <p class="quiet">{w.desk.noStatements}</p>}
      {all.map((records) => (
        <StatementCard
          key={records[0]!.statement}
          records={records}
          onOpen={(sheet, record) => setOpen({ sheet, record })}
        />
      ))}
      {mayAct && (
        <button type="button" class="button button--wide" onClick={() => setOpen({ sheet: 'new' })}>
          <Icon name="pencil" size={18} />
          {w.desk.write}
        </button>
      )}
      {open?.sheet === 'return' && <ReturnSheet record={open.record} onClose={() => setOpen(null)} />}
      {open && open.sheet !== 'return' && (
        <StatementSheet
          mode={open.sheet}
          from={open.sheet === 'new' ? null : open.record}
          onClose={() => setOpen(null)}
        />
      )}
    </DeskFold>
  );
}

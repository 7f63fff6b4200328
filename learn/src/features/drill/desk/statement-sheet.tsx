import type { PlayerAction, StrategyCode } from '@readyroom/contract';
import { useState } from 'preact/hooks';
import { randomUuid } from '../../../shared/random-uuid.js';
import { Sheet } from '../../../shared/ui/sheet.js';
import { CheckList } from '../parts/check-list.js';
import { ChoiceList } from '../parts/choice-list.js';
import { useDrillRun } from '../parts/drill-context.js';
import { namesOf } from '../parts/names-of.js';
import { fits, TextBox } from '../parts/text-box.js';
import { useWords } from '../words/use-words.js';
import { CoachAdvice } from './coach-advice.js';
import type { StatementRecord } from './statement-steps.js';

type Draft = Extract<PlayerAction, { kind: 'draft_statement' }>;
interface Props {
  mode: 'new' | 'edit' | 'correct';
  from: StatementRecord | null;
  onClose: () => void;
}

/** Writes a statement, a newer version of one, or the correction of a published one. */
export function StatementSheet({ mode, from, onClose }: Props) {
  const { w, text } = useWords();
  const { act } = useDrillRun();
  const [strategy, setStrategy] = useState<StrategyCode>(from?.strategy ?? 'inform');
  const [elements, setElements] = useState<Draft['elements']>(from?.elements ?? []);
  const [outlets, setOutlets] = useState<Draft['outlets']>(from?.outlets ?? ['official_site', 'microblog']);
  const [words, setWords] = useState(from && mode === 'edit' ? text(from.text) : '');
  const [tried, setTried] = useState(false);

  const save = async () => {
    setTried(true);
    if (!fits(words) || outlets.length === 0) return;
    await act({
      kind: 'draft_statement',
      statement: mode === 'edit' && from ? from.statement : randomUuid(),
      strategy,
      elements,
      outlets,
      text: words.trim(),
      ...correctsOf(mode, from),
    });
    onClose();
  };
  const title = { new: w.statement.newTitle, edit: w.statement.editTitle, correct: w.statement.correctTitle };
  return (
    <Sheet title={title[mode]} onClose={onClose}>
      {mode === 'correct' && from && <blockquote class="quote">{text(from.text)}</blockquote>}
      <ChoiceList
        legend={w.statement.strategy}
        options={namesOf(w.statement.strategies)}
        value={strategy}
        onChange={setStrategy}
      />
      <CheckList
        legend={w.statement.elements}
        options={namesOf(w.statement.element)}
        values={elements}
        onChange={setElements}
      />
      <CheckList
        legend={w.statement.outlets}
        options={namesOf(w.statement.outlet)}
        values={outlets}
        onChange={setOutlets}
      />
      <p class="field__error small" role="status">
        {tried && outlets.length === 0 && w.statement.noOutlet}
      </p>
      <TextBox
        label={w.statement.text}
        value={words}
        onChange={setWords}
        rows={7}
        error={tried && words.trim() === '' ? w.statement.noText : null}
      />
      <CoachAdvice
        draft={{ text: words.trim(), elements, outlets }}
        ready={fits(words) && outlets.length > 0}
      />
      <div class="sheet__actions">
        <button type="button" class="button button--primary button--wide" onClick={() => void save()}>
          {w.statement.save}
        </button>
      </div>
    </Sheet>
  );
}

function correctsOf(mode: Props['mode'], from: StatementRecord | null): { corrects?: string } {
  if (!from) return {};
  if (mode === 'correct') return { corrects: from.statement };
  return from.corrects === null ? {} : { corrects: from.corrects };
}

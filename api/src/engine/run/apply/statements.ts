import type { ErrorCode } from '@readyroom/contract';
import { approve, approverOf, draft, publish, publishersOf, sendBack, submit } from '../course/statements.js';
import type { Run } from '../context.js';
import { own } from '../own.js';
import type { StatementState } from '../state.js';
import { both, type Apply } from './deed.js';

const isOut = ({ step }: StatementState): boolean => step === 'published' || step === 'corrected';

/** A new version of a statement that is not out yet, by its author; or a new statement. */
export const applyDraft: Apply<'draft_statement'> = (run, { seat, action }) => {
  const before = own(run.state.statements, action.statement);
  if (before && before.author !== seat) return 'drill.not_your_seat';
  if (before && isOut(before)) return 'drill.statement_superseded';
  const corrects = action.corrects ?? null;
  const corrected = corrects === null ? undefined : own(run.state.statements, corrects);
  if (corrects !== null && !(corrected && isOut(corrected))) return 'drill.unknown_target';
  draft(run, action.statement, seat, {
    strategy: action.strategy,
    elements: [...new Set(action.elements)],
    outlets: [...new Set(action.outlets)],
    text: both(action.text),
    corrects,
  });
  return null;
};

export const applySubmit: Apply<'submit_statement'> = (run, { seat, action }) => {
  const statement = own(run.state.statements, action.statement);
  if (!statement) return 'drill.unknown_target';
  if (statement.author !== seat) return 'drill.not_your_seat';
  if (isOut(statement)) return 'drill.statement_superseded';
  if (statement.step !== 'draft' && statement.step !== 'returned') return 'drill.already_done';
  submit(run, action.statement, seat);
  return null;
};

export const applyApprove: Apply<'approve_statement'> = (run, { seat, action }) => {
  const refused = refusedAnswer(run, seat, action);
  if (refused === null) approve(run, action.statement, seat);
  return refused;
};

export const applyReturn: Apply<'return_statement'> = (run, { seat, action }) => {
  const refused = refusedAnswer(run, seat, action);
  if (refused === null) sendBack(run, action.statement, seat, action.reason);
  return refused;
};

/** Only the approver whose turn it is answers, and only to the newest version. */
function refusedAnswer(
  run: Run,
  seat: string,
  { statement: id, version }: { statement: string; version: number },
): ErrorCode | null {
  const statement = own(run.state.statements, id);
  if (!statement) return 'drill.unknown_target';
  if (isOut(statement) || version < statement.version) return 'drill.statement_superseded';
  if (version > statement.version) return 'drill.unknown_target';
  if (statement.step !== 'submitted') return 'drill.statement_not_waiting';
  return approverOf(run, statement) === seat ? null : 'drill.not_your_seat';
}

/** The newest version goes out once, approved, by a seat that may. Of two at once the second comes too late. */
export const applyPublish: Apply<'publish_statement'> = (run, { seat, action }) => {
  const statement = own(run.state.statements, action.statement);
  if (!statement) return 'drill.unknown_target';
  if (isOut(statement) || action.version < statement.version) return 'drill.statement_superseded';
  if (action.version > statement.version) return 'drill.unknown_target';
  if (!publishersOf(run, statement).includes(seat)) return 'drill.not_your_seat';
  const needsNobody = run.lookup.seats.get(statement.author)!.approvers.length === 0;
  if (statement.step !== 'approved' && !(needsNobody && statement.step === 'draft'))
    return 'drill.statement_not_approved';
  publish(run, action.statement, seat);
  return null;
};

import { STATEMENT_ELEMENTS, type SeatDocument } from '@readyroom/contract';
import { channelOfKind, showPosts } from '../../feed/show-posts.js';
import { emit, isPlayed, minuteOf, type Run } from '../context.js';
import type { StatementState } from '../state.js';
import { meetExpectations } from './expectations.js';
import { organisationSender } from './senders.js';

const TRANSPARENT = STATEMENT_ELEMENTS.slice(0, 4);
/** Public answers to a statement in each of the minutes after it. */
const ANSWERS = [3, 3, 2, 1];

export type Draft = Pick<StatementState, 'strategy' | 'elements' | 'outlets' | 'text' | 'corrects'>;

export const authorOf = ({ lookup }: Run, { author }: StatementState): SeatDocument =>
  lookup.seats.get(author)!;

/** The seat whose approval is waited for; null when nobody's is. */
export function approverOf(run: Run, statement: StatementState): string | null {
  if (statement.step !== 'submitted') return null;
  return authorOf(run, statement).approvers[statement.approvals] ?? null;
}

/** The author and the last approver, as far as they may; when neither may, whoever else may. */
export function publishersOf(run: Run, statement: StatementState): string[] {
  const author = authorOf(run, statement);
  const may = (key: string | undefined): key is string =>
    key !== undefined && run.lookup.seats.get(key)?.mayPublish === true;
  const near = [author.key, author.approvers.at(-1)].filter(may);
  return near.length > 0 ? near : run.lookup.seatKeys.filter(may);
}

/** Each draft is a new version; earlier approvals are void. */
export function draft(run: Run, id: string, author: string, content: Draft): void {
  const before = run.state.statements[id];
  run.state.statements[id] = {
    author,
    version: (before?.version ?? 0) + 1,
    step: 'draft',
    approvals: 0,
    askedAt: 0,
    ...content,
  };
  tell(run, id, author);
}

/** Asks the first approver; without any the version is approved. */
export function submit(run: Run, id: string, by: string): void {
  const statement = run.state.statements[id]!;
  ask(run, id, by, 0);
  // Who may not publish has done their part; the others are waited for until it is out.
  if (!publishersOf(run, statement).includes(by)) meetStatement(run, statement, by);
}

export const approve = (run: Run, id: string, by: string): void =>
  ask(run, id, by, run.state.statements[id]!.approvals + 1);

function ask(run: Run, id: string, by: string, approvals: number): void {
  const statement = run.state.statements[id]!;
  statement.approvals = approvals;
  statement.askedAt = run.at;
  statement.step = approvals < authorOf(run, statement).approvers.length ? 'submitted' : 'approved';
  tell(run, id, by);
}

export function sendBack(run: Run, id: string, by: string, reason: string): void {
  run.state.statements[id]!.step = 'returned';
  tell(run, id, by, reason);
}

/** Makes a statement public: it is read in the feed, answered there, and counts for opinion from the next minute on. */
export function publish(run: Run, id: string, by: string): void {
  const { state } = run;
  const statement = state.statements[id]!;
  const corrected = statement.corrects === null ? undefined : state.statements[statement.corrects];
  statement.step = 'published';
  tell(run, id, by);
  if (corrected) {
    corrected.step = 'corrected';
    tell(run, statement.corrects!, by);
  }
  showPosts(run, [
    {
      id: `s-${id}`,
      channel: statement.outlets.includes('microblog')
        ? channelOfKind(run, 'microblog', 'official_site')
        : channelOfKind(run, 'official_site', 'microblog'),
      from: organisationSender(run),
      text: statement.text,
    },
  ]);
  state.answersDue.push(...ANSWERS.map((count, n) => ({ post: `s-${id}`, minute: state.minute + n, count })));
  state.responses.push(responseOf(run, statement, by));
  state.published.push(statement.strategy);
  state.lastStatementAt = run.at;
  for (const seat of new Set([statement.author, by])) meetStatement(run, statement, seat);
}

const meetStatement = (run: Run, { corrects }: StatementState, seat: string): void =>
  meetExpectations(run, seat, { kind: 'statement', corrects: corrects !== null });

function responseOf(run: Run, { strategy, elements, outlets }: StatementState, by: string) {
  const { crisisAt, opinion } = run.state;
  return {
    minute: opinion.minute,
    strategy,
    transparency: TRANSPARENT.filter((element) => elements.includes(element)).length / TRANSPARENT.length,
    external: elements.includes('outside_inquiry'),
    formalAndInformal: outlets.includes('official_site') && outlets.includes('microblog'),
    evidence: elements.includes('evidence'),
    byChiefExecutive: run.lookup.seats.get(by)?.tier === 'executive',
    stealingThunder: crisisAt === null,
    delayMinutes: crisisAt === null ? 0 : minuteOf(run) - Math.floor(crisisAt / 60),
  };
}

/** Whether a simulated seat has to publish because no person is there to do it. */
export function publishedBySimulation(run: Run, statement: StatementState): string | null {
  if (statement.step !== 'approved') return null;
  const publishers = publishersOf(run, statement);
  if (publishers.includes(statement.author) && !isPlayed(run, statement.author)) return statement.author;
  return publishers.some((seat) => isPlayed(run, seat)) ? null : (publishers.at(-1) ?? null);
}

/** Before it is public a statement is the business of those who write, approve and publish it. */
function tell(run: Run, id: string, by: string, reason: string | null = null): void {
  const statement = run.state.statements[id]!;
  const { step, version, strategy, elements, outlets, text, corrects } = statement;
  const isPublic = step === 'published' || step === 'corrected';
  const author = authorOf(run, statement);
  emit(run, isPublic ? 'all' : [author.key, ...author.approvers, ...publishersOf(run, statement)], {
    kind: 'statement',
    statement: id,
    version,
    state: step,
    by,
    waitingFor: approverOf(run, statement),
    strategy,
    elements,
    outlets,
    text,
    corrects,
    reason,
  });
}

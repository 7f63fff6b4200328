import type {
  AcknowledgeBriefingBody,
  Answer,
  ErrorCode,
  HotWashBody,
  Locale,
  ObserverAction,
  PlayerAction,
  SaveLessonProgressBody,
  SendDrillPhotoBody,
} from '@readyroom/contract';

export interface WaitingAnswer {
  position: number;
  seq: number;
  answer: Answer | null;
}

/** What may wait on the device until the line is back. Case decisions may not: the server says what follows from them. */
export type Outgoing =
  | { kind: 'progress'; courseId: string; lessonId: string; body: SaveLessonProgressBody }
  | { kind: 'answers'; attemptId: string; deviceId: string; answers: WaitingAnswer[] }
  | { kind: 'submit'; attemptId: string; key: string }
  | { kind: 'locale'; locale: Locale }
  | { kind: 'briefing'; briefingId: string; body: AcknowledgeBriefingBody }
  | { kind: 'hot_wash'; runId: string; body: HotWashBody }
  | { kind: 'observation'; runId: string; clientId: string; action: ObserverAction }
  | { kind: 'photo'; runId: string; body: SendDrillPhotoBody }
  | { kind: 'drill'; runId: string; clientId: string; action: PlayerAction };

export interface OutboxEntry {
  /** Grows; the order of sending. */
  id: number;
  /** Grows when something is merged in, so that a send in flight does not take away what came after it. */
  revision: number;
  item: Outgoing;
  /** Why the server will never take it; kept until the learner has read that. */
  refused: ErrorCode | null;
}

/** Entries of one lane are sent in order; trouble in one lane does not stop the others. */
export const laneOf = (item: Outgoing): string => {
  if (item.kind === 'progress') return `lesson:${item.lessonId}`;
  if (item.kind === 'drill' || item.kind === 'observation') return `drill:${item.runId}`;
  // Large and slow: no remark waits behind a photo.
  if (item.kind === 'photo') return `photo:${item.runId}`;
  if (item.kind === 'briefing') return `briefing:${item.briefingId}`;
  if (item.kind === 'hot_wash') return `hot-wash:${item.runId}`;
  return item.kind === 'locale' ? 'locale' : `attempt:${item.attemptId}`;
};

const STAYS_APART: ReadonlySet<Outgoing['kind']> = new Set(['drill', 'observation', 'photo']);

/** Joins two items of the same kind and lane; null when they must stay apart. */
function merge(old: Outgoing, item: Outgoing): Outgoing | null {
  // What somebody does in a drill stays as it was done, one thing after the other.
  if (laneOf(old) !== laneOf(item) || STAYS_APART.has(item.kind)) return null;
  if (old.kind === 'progress' && item.kind === 'progress')
    return { ...item, body: { ...item.body, done: item.body.done || old.body.done } };
  if (old.kind === 'answers' && item.kind === 'answers') {
    const latest = new Map(old.answers.map((answer) => [answer.position, answer]));
    for (const answer of item.answers)
      if (answer.seq > (latest.get(answer.position)?.seq ?? 0)) latest.set(answer.position, answer);
    return { ...item, answers: [...latest.values()].sort((a, b) => a.position - b.position) };
  }
  // Handing in twice is handing in once: the first key stays.
  if (old.kind === 'submit' && item.kind === 'submit') return old;
  return old.kind === item.kind ? item : null;
}

export function add(entries: readonly OutboxEntry[], item: Outgoing): OutboxEntry[] {
  for (const entry of entries) {
    const merged = entry.refused ? null : merge(entry.item, item);
    if (merged)
      return entries.map((other) =>
        other === entry ? { ...entry, item: merged, revision: entry.revision + 1 } : other,
      );
  }
  const id = entries.reduce((highest, entry) => Math.max(highest, entry.id), 0) + 1;
  return [...entries, { id, revision: 1, item, refused: null }];
}

/** Takes away what has arrived; what was merged in during the sending stays. */
export function delivered(entries: readonly OutboxEntry[], sent: OutboxEntry): OutboxEntry[] {
  return entries.flatMap((entry) => {
    if (entry.id !== sent.id) return [entry];
    if (entry.revision === sent.revision) return [];
    if (entry.item.kind !== 'answers' || sent.item.kind !== 'answers') return [entry];
    const arrived = new Map(sent.item.answers.map(({ position, seq }) => [position, seq]));
    const answers = entry.item.answers.filter(({ position, seq }) => seq > (arrived.get(position) ?? 0));
    return answers.length > 0 ? [{ ...entry, item: { ...entry.item, answers } }] : [];
  });
}

export const refuse = (entries: readonly OutboxEntry[], sent: OutboxEntry, code: ErrorCode): OutboxEntry[] =>
  entries.map((entry) => (entry.id === sent.id ? { ...entry, refused: code } : entry));

export const dismiss = (entries: readonly OutboxEntry[], id: number): OutboxEntry[] =>
  entries.filter((entry) => entry.id !== id || entry.refused === null);

export const waiting = (entries: readonly OutboxEntry[]): OutboxEntry[] =>
  entries.filter(({ refused }) => refused === null);

/** The next entry to send, leaving out lanes that are in trouble. */
export const nextToSend = (
  entries: readonly OutboxEntry[],
  troubled: ReadonlySet<string>,
): OutboxEntry | undefined =>
  waiting(entries)
    .sort((a, b) => a.id - b.id)
    .find(({ item }) => !troubled.has(laneOf(item)));

export const waitingAnswers = (entries: readonly OutboxEntry[], attemptId: string): WaitingAnswer[] =>
  waiting(entries).flatMap(({ item }) =>
    item.kind === 'answers' && item.attemptId === attemptId ? item.answers : [],
  );

export const waitingSubmit = (entries: readonly OutboxEntry[], attemptId: string): boolean =>
  waiting(entries).some(({ item }) => item.kind === 'submit' && item.attemptId === attemptId);

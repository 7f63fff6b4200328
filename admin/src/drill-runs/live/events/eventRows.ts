import type { DrillStage, DrillView, Text } from '../../../providers/contract.js';

export type Inject = NonNullable<DrillStage['msel']>[number];
export type InjectStatus = 'planned' | 'waiting' | 'deck' | 'held' | 'skipped' | 'sent';

export interface EventRow {
  inject: Inject;
  status: InjectStatus;
  /** Seconds of scenario time; null for what has no fixed time. */
  plannedAt: number | null;
  sentAt: number | null;
  /** As it goes out or went out. */
  text: Text;
  isEdited: boolean;
}

const WAITS: Record<Inject['list'], InjectStatus> = {
  timed: 'planned',
  conditional: 'waiting',
  deck: 'deck',
};

/** The list of injects as it stands: what was sent and when, what is held back, what still comes. */
export function eventRows(
  msel: readonly Inject[],
  { delivered, injectStates, edits }: Pick<DrillView, 'delivered' | 'injectStates' | 'edits'>,
): EventRow[] {
  return msel.map((inject) => {
    const sentAt = delivered.get(inject.key) ?? null;
    const steered = injectStates.get(inject.key);
    const status =
      sentAt !== null ? 'sent' : steered === 'held' || steered === 'skipped' ? steered : WAITS[inject.list];
    const text = edits.get(inject.key) ?? inject.text;
    const isEdited = text.zh !== inject.text.zh || text.en !== inject.text.en;
    return { inject, status, plannedAt: inject.at === null ? null : inject.at * 60, sentAt, text, isEdited };
  });
}

const byTime = (a: EventRow, b: EventRow): number => (a.plannedAt ?? 0) - (b.plannedAt ?? 0);

/** What comes next by the plan. */
export const nextOf = (rows: readonly EventRow[]): EventRow | null =>
  rows.filter(({ status }) => status === 'planned').sort(byTime)[0] ?? null;

/** Minutes between the plan and what was; above zero when it came late. */
export const minutesLate = ({ plannedAt, sentAt }: EventRow): number | null =>
  plannedAt === null || sentAt === null ? null : Math.round((sentAt - plannedAt) / 60);

/** In the order in which a facilitator looks for them; of what was sent the newest first. */
export function groupsOf(rows: readonly EventRow[]): { status: InjectStatus; rows: EventRow[] }[] {
  const next = nextOf(rows);
  const of = (status: InjectStatus) => rows.filter((row) => row.status === status && row !== next);
  return [
    { status: 'held' as const, rows: of('held').sort(byTime) },
    { status: 'planned' as const, rows: of('planned').sort(byTime) },
    { status: 'waiting' as const, rows: of('waiting') },
    { status: 'deck' as const, rows: of('deck') },
    { status: 'skipped' as const, rows: of('skipped') },
    { status: 'sent' as const, rows: of('sent').sort((a, b) => b.sentAt! - a.sentAt!) },
  ].filter((group) => group.rows.length > 0);
}

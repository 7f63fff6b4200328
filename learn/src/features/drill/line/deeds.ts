import type { DrillEvent, PlayerAction } from '@readyroom/contract';
import { ownDeeds } from '../over/own-deeds.js';

/** What an action will show as in the events; null when it shows as nothing that could be told apart. */
export function markOf(action: PlayerAction): string | null {
  switch (action.kind) {
    case 'decide':
      return `card ${action.card}`;
    case 'acknowledge':
      return `acknowledged ${action.what}`;
    case 'message':
      return `message ${action.message}`;
    case 'draft_statement':
      return `statement ${action.statement} draft`;
    case 'submit_statement':
      return `statement ${action.statement} submitted`;
    case 'approve_statement':
      return `statement ${action.statement} approved`;
    case 'return_statement':
      return `statement ${action.statement} returned`;
    case 'publish_statement':
      return `statement ${action.statement} published`;
    case 'triage':
      return `triaged ${action.post}`;
    case 'raise_alert':
      return `alert ${action.level}`;
    case 'file_sitrep':
      return `sitrep ${action.sitrep}`;
    default:
      return null;
  }
}

function shownMark({ body }: DrillEvent): string | null {
  switch (body.kind) {
    case 'card_closed':
      return `card ${body.card}`;
    case 'acknowledged':
      return `acknowledged ${body.what}`;
    case 'message':
      return `message ${body.message}`;
    case 'statement':
      return body.state === 'corrected' ? null : `statement ${body.statement} ${body.state}`;
    case 'triaged':
      return `triaged ${body.post}`;
    case 'alert':
      return `alert ${body.level}`;
    case 'sitrep':
      return `sitrep ${body.sitrep}`;
    default:
      return null;
  }
}

/** The last thing that the seat did, when it was not done on this device: somebody goes on elsewhere. */
export function doneElsewhere(
  events: readonly DrillEvent[],
  seat: string | null,
  here: ReadonlySet<string>,
): DrillEvent | null {
  const last = ownDeeds(events, seat)
    .map((event) => ({ event, mark: shownMark(event) }))
    .filter(({ mark }) => mark !== null)
    .at(-1);
  return last && !here.has(last.mark!) ? last.event : null;
}

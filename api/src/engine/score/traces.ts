import type { DrillEvent, DrillEventBody, PlayerAction } from '@readyroom/contract';

type Trace = (body: DrillEventBody) => boolean;

/**
 * What an action that counted leaves in the stream of events; a refused one leaves nothing. null: the action leaves no
 * trace of its own and nothing is scored on it.
 */
function traceOf(action: PlayerAction, seat: string, seq: number): Trace | null {
  switch (action.kind) {
    case 'acknowledge':
      return (b) => b.kind === 'acknowledged' && b.seat === seat && b.what === action.what;
    case 'decide':
      return (b) =>
        b.kind === 'card_closed' &&
        b.by === 'player' &&
        b.seat === seat &&
        b.card === action.card &&
        b.option === action.option;
    case 'draft_statement':
      return (b) =>
        b.kind === 'statement' && b.by === seat && b.statement === action.statement && b.state === 'draft';
    case 'submit_statement':
      return (b) =>
        b.kind === 'statement' &&
        b.by === seat &&
        b.statement === action.statement &&
        (b.state === 'submitted' || b.state === 'approved');
    case 'approve_statement':
      return (b) =>
        b.kind === 'statement' &&
        b.by === seat &&
        b.statement === action.statement &&
        b.version === action.version &&
        (b.state === 'approved' || b.state === 'submitted');
    case 'return_statement':
      return (b) =>
        b.kind === 'statement' &&
        b.by === seat &&
        b.statement === action.statement &&
        b.version === action.version &&
        b.state === 'returned';
    case 'publish_statement':
      return (b) =>
        b.kind === 'statement' &&
        b.by === seat &&
        b.statement === action.statement &&
        b.version === action.version &&
        b.state === 'published';
    case 'reply':
      return (b) => b.kind === 'posts' && b.posts.some((p) => p.id === `r-${seq}`);
    case 'message':
      return (b) => b.kind === 'message' && b.from === seat && b.message === action.message;
    case 'notify':
      return (b) => b.kind === 'contacted' && b.by === seat && b.clock === action.clock;
    case 'triage':
      return (b) =>
        b.kind === 'triaged' &&
        b.by === seat &&
        b.post === action.post &&
        b.class === action.class &&
        b.priority === action.priority &&
        b.duplicateOf === action.duplicateOf &&
        b.escalate === action.escalate;
    case 'set_threshold':
      return (b) =>
        b.kind === 'threshold' &&
        b.by === seat &&
        b.measure === action.measure &&
        b.level === action.level &&
        b.value === action.value;
    case 'raise_alert':
      return (b) => b.kind === 'alert' && b.by === seat && b.level === action.level;
    case 'file_sitrep':
      return (b) => b.kind === 'sitrep' && b.by === seat && b.sitrep === action.sitrep;
    case 'contact':
    case 'open_plan':
      return null;
  }
}

/** Finds for each action the event it left in its second; each event answers for one action. */
export class TraceFinder {
  private readonly atSecond = new Map<number, DrillEvent[]>();
  private readonly taken = new Set<number>();

  constructor(events: readonly DrillEvent[]) {
    for (const event of events) {
      const same = this.atSecond.get(event.at);
      if (same) same.push(event);
      else this.atSecond.set(event.at, [event]);
    }
  }

  /** Whether the action counted. */
  take(action: PlayerAction, seat: string, seq: number, at: number): boolean {
    const trace = traceOf(action, seat, seq);
    if (trace === null) return true;
    const event = this.atSecond.get(at)?.find((e) => !this.taken.has(e.id) && trace(e.body));
    if (!event) return false;
    this.taken.add(event.id);
    return true;
  }
}

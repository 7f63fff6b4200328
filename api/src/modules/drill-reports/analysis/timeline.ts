import type { DrillEventBody, LogEntry, ScenarioDocument, Text } from '@readyroom/contract';
import type { EmittedEvent } from '../../../engine/index.js';
import type { Told } from './analysis.js';
import { TimelineWords } from './timeline-words.js';

/** Collects what happened in a run, in order, each with the entry of the log that did it, if one did. */
export class Timeline {
  readonly items: Told[] = [];
  readonly events: EmittedEvent[] = [];
  private readonly words: TimelineWords;
  private readonly authors = new Map<string, string>();

  constructor(scenario: ScenarioDocument) {
    this.words = new TimelineWords(scenario);
  }

  /** Time passed: nobody did it. */
  pass(events: readonly EmittedEvent[]): void {
    this.take(null, events);
  }

  enter({ seq, at, by, action }: LogEntry, counted: boolean, events: readonly EmittedEvent[]): void {
    // What a jump plays on its way happened by itself.
    this.take(action.kind === 'jump' ? null : seq, events);
    if (counted && action.kind === 'reply')
      this.items.push({
        at,
        seq,
        kind: 'reply',
        by: by.replace('seat:', ''),
        what: { zh: `在信息流中回复：${action.text}`, en: `Reply in the feed: ${action.text}` },
        audience: 'all',
      });
  }

  private take(seq: number | null, events: readonly EmittedEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      const told = this.tell(event.body);
      if (told) this.put({ at: putDownAt(event), seq, ...told, audience: event.audience });
    }
  }

  /** A remark that arrived later stands where it was put down. */
  private put(item: Told): void {
    const before = this.items.findLastIndex(({ at }) => at <= item.at);
    this.items.splice(before + 1, 0, item);
  }

  private tell(body: DrillEventBody): Pick<Told, 'kind' | 'by' | 'what'> | null {
    const { words } = this;
    const item = (kind: Told['kind'], by: string | null, what: Text) => ({ kind, by, what });
    switch (body.kind) {
      case 'status':
        return item('status', null, words.status(body));
      case 'phase':
        return item('phase', null, words.phase(body));
      case 'inject':
        return item('inject', null, words.inject(body));
      case 'card_closed':
        return item('decision', body.seat, words.decision(body));
      case 'message':
        return item('message', body.from, words.message(body));
      case 'statement':
        return this.statement(body);
      case 'contacted':
        return item('notified', body.by, words.contacted(body));
      case 'alert':
        return item('alert', body.by, words.alert(body));
      case 'sitrep':
        return item('sitrep', body.by, words.sitrep(body));
      case 'clock':
        return body.state === 'missed' ? item('missed', body.seat, words.clockMissed(body)) : null;
      case 'expectation':
        return body.state === 'missed' ? item('missed', body.seat, words.missed(body)) : null;
      case 'inject_edited':
        return item('note', null, words.edited(body));
      case 'rated':
        return item('rating', body.seat, words.rated(body));
      case 'noted':
        return item('note', null, words.noted(body));
      default:
        return null;
    }
  }

  /** Whoever approves before others do leaves a statement submitted; what they did is approve it. */
  private statement(body: Extract<DrillEventBody, { kind: 'statement' }>): ReturnType<Timeline['tell']> {
    const { statement, by } = body;
    if (body.state === 'draft') {
      this.authors.set(statement, by);
      return null;
    }
    const approved = body.state === 'submitted' && by !== this.authors.get(statement);
    const what = this.words.statement(approved ? { ...body, state: 'approved' } : body);
    return { kind: 'statement', by, what };
  }
}

const putDownAt = ({ at, body }: EmittedEvent): number =>
  body.kind === 'noted' || body.kind === 'rated' ? (body.moment ?? at) : at;

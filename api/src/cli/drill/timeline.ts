import type { DrillEventBody } from '@readyroom/contract';
import type { EmittedEvent } from '../../engine/index.js';

/** What happened, minute by minute, without the numbers that move all the time. */
export const timelineOf = (events: readonly EmittedEvent[]): string[] =>
  events.flatMap(({ at, body }) => {
    const told = tell(body);
    if (told === null) return [];
    const seconds = String(at % 60).padStart(2, '0');
    return [`${String(Math.floor(at / 60)).padStart(4)}:${seconds}  ${told}`];
  });

function tell(body: DrillEventBody): string | null {
  switch (body.kind) {
    case 'status':
      return `status ${body.status}`;
    case 'phase':
      return `phase ${body.phase}`;
    case 'inject':
      return `inject ${body.inject} to ${body.to === 'feed' ? 'feed' : body.to.join(', ')}`;
    case 'card_closed':
      return `card ${body.card}: ${body.option} (${body.by})`;
    case 'message':
      return `message ${body.from} to ${body.to.join(', ')} (${body.direction})`;
    case 'statement':
      return `statement version ${body.version} ${body.state} by ${body.by}`;
    case 'clock':
      return `clock ${body.clock} ${body.state}`;
    case 'contacted':
      return `contacted ${body.partner} by ${body.by}`;
    case 'alert':
      return `alert ${body.level} by ${body.by}`;
    case 'alarm':
      return `alarm ${body.measure} ${body.value} (${body.level})`;
    case 'sitrep':
      return `situation report by ${body.by} to ${body.to.join(', ')}`;
    case 'expectation':
      return body.state === 'open' ? null : `expected of ${body.seat}: ${body.state} (${body.what.en})`;
    default:
      return null;
  }
}

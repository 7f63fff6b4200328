import type { DrillClock, DrillEvent } from '@readyroom/contract';
import type { StreamListener } from './drill-line.js';
import { sharedStream, type TabGroup, type TabMessage } from './shared-stream.js';

const event = (id: number): DrillEvent => ({
  id,
  at: id * 60,
  body: { kind: 'phase', phase: `p${id}`, title: { zh: '段', en: 'phase' } },
});
const CLOCK: DrillClock = { status: 'running', at: 0, rate: 1, serverTime: '2026-03-02T01:00:00.000Z' };

/** A browser: who waits for the lead, in order, and what tabs say to each other. */
class Browser {
  readonly streams: { after: number; listener: StreamListener; open: boolean }[] = [];
  private readonly waiting: { start: () => void }[] = [];
  private leader: { end: () => void; lost: () => void } | null = null;
  private readonly heard = new Map<number, (message: TabMessage) => void>();
  private tabs = 0;

  /** Opens a tab that has events up to some id. */
  tab(after: number) {
    const me = ++this.tabs;
    const group: TabGroup = {
      lead: (lead, steal) => {
        const mine = { start: () => undefined as void };
        let stop: (() => void) | null = null;
        mine.start = () => {
          const end = lead();
          stop = end;
          this.leader = {
            end: () => {
              stop = null;
              end();
            },
            lost: () => {
              stop = null;
              end();
            },
          };
        };
        if (steal) {
          this.leader?.lost();
          mine.start();
        } else if (this.leader) this.waiting.push(mine);
        else mine.start();
        return () => {
          const place = this.waiting.indexOf(mine);
          if (place >= 0) this.waiting.splice(place, 1);
          if (!stop) return;
          stop();
          stop = null;
          this.leader = null;
          this.waiting.shift()?.start();
        };
      },
      send: (message) => {
        for (const [other, hear] of this.heard) if (other !== me) hear(message);
      },
      listen: (listener) => {
        this.heard.set(me, listener);
        return () => this.heard.delete(me);
      },
    };
    const stream = sharedStream((from, listener) => {
      const one = { after: from, listener, open: true };
      this.streams.push(one);
      return () => (one.open = false);
    }, group);
    const got: (number | string)[] = [];
    const listener: StreamListener = {
      event: ({ id }) => got.push(id),
      clock: () => got.push('clock'),
      end: () => got.push('end'),
      broken: () => got.push('broken'),
      behind: () => got.push('behind'),
    };
    return { got, close: stream(after, listener), again: (from: number) => stream(from, listener) };
  }

  get live() {
    return this.streams.filter(({ open }) => open);
  }
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('sharedStream', () => {
  it('should open one stream for all tabs, and tell all of them everything', () => {
    const browser = new Browser();
    const tabs = [browser.tab(3), browser.tab(3), browser.tab(3)];
    expect(browser.live.map(({ after }) => after)).toEqual([3]);
    const [{ listener }] = browser.live as [(typeof browser.live)[0]];
    listener.event(event(4));
    listener.clock(CLOCK);
    listener.event(event(6));
    listener.end();
    for (const { got } of tabs) expect(got).toEqual([4, 'clock', 6, 'end']);
  });

  it('when the tab that leads closes another should go on after the last event it has', () => {
    const browser = new Browser();
    const [first, second, third] = [browser.tab(3), browser.tab(3), browser.tab(3)];
    browser.live[0]!.listener.event(event(4));
    first.close();
    expect(browser.live.map(({ after }) => after)).toEqual([4]);
    browser.live[0]!.listener.event(event(5));
    second.close();
    browser.live[0]!.listener.event(event(6));
    expect([first.got, second.got, third.got]).toEqual([[4], [4, 5], [4, 5, 6]]);
    third.close();
    expect(browser.live).toEqual([]);
  });

  it('when a tab that follows closes the stream should stay', () => {
    const browser = new Browser();
    const first = browser.tab(3);
    browser.tab(3).close();
    browser.live[0]!.listener.event(event(4));
    expect([first.got, browser.streams.length]).toEqual([[4], 1]);
  });

  it('when a tab has less than the one that leads it should notice at once, and never skip an event', () => {
    const browser = new Browser();
    browser.tab(3);
    browser.live[0]!.listener.event(event(4));
    expect(browser.tab(3).got).toEqual(['behind']);
    const late = browser.tab(4);
    browser.live[0]!.listener.event(event(5));
    expect(late.got).toEqual([5]);
  });

  it('when an event came to a tab by itself already it should not come twice', () => {
    const browser = new Browser();
    browser.tab(3);
    const ahead = browser.tab(5);
    for (const id of [4, 5, 6]) browser.live[0]!.listener.event(event(id));
    expect(ahead.got).toEqual([6]);
  });

  it('when the stream breaks every tab should begin anew: the part in the run may be another', () => {
    const browser = new Browser();
    const [first, second] = [browser.tab(3), browser.tab(3)];
    browser.live[0]!.listener.broken();
    expect([first.got, second.got]).toEqual([['broken'], ['broken']]);
  });

  it('when the tab that leads is frozen the next try of another should take the lead from it', () => {
    const browser = new Browser();
    const [frozen, second] = [browser.tab(3), browser.tab(3)];
    jest.advanceTimersByTime(25_000);
    second.close();
    second.again(3);
    expect(browser.live.map(({ after }) => after)).toEqual([3]);
    expect(browser.streams).toHaveLength(2);
    // When it wakes up it starts over, as a follower.
    expect(frozen.got).toEqual(['broken']);
    browser.live[0]!.listener.event(event(4));
    expect(second.got).toEqual([4]);
  });

  it('when a tab gives up that heard from the leader just now it should take nothing away', () => {
    const browser = new Browser();
    const [, second] = [browser.tab(3), browser.tab(3)];
    jest.advanceTimersByTime(25_000);
    browser.live[0]!.listener.clock(CLOCK);
    second.close();
    second.again(3);
    expect(browser.streams).toHaveLength(1);
  });
});

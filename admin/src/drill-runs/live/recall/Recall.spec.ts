import type { ControlAction } from '../../../providers/contract.js';
import { Recall, RECALL_MS } from './Recall.js';

const fire = (inject: string): ControlAction => ({ kind: 'fire', inject });
const quick: ControlAction = { kind: 'quick_inject', inject: 'q', to: 'feed', text: 'a TV crew' };

describe('what a facilitator can take back', () => {
  let done: ControlAction[];
  let works: boolean;
  let recall: Recall;
  beforeEach(() => {
    jest.useFakeTimers();
    done = [];
    works = true;
    recall = new Recall();
    recall.use((action) => {
      done.push(action);
      return Promise.resolve(works);
    });
  });
  afterEach(() => jest.useRealTimers());
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  it('should leave this screen only after five seconds, and once', async () => {
    recall.later('sending', fire('a'), 'A');
    await pass(RECALL_MS - 1);
    expect(done).toEqual([]);
    expect(recall.get()).toMatchObject({ state: 'sending', title: 'A' });
    await pass(60_000);
    expect(done).toEqual([fire('a')]);
    expect(recall.get()).toBeNull();
  });

  it('should never leave it when it was taken back', async () => {
    recall.later('sending', fire('a'), 'A');
    await pass(4_000);
    recall.undo();
    await pass(60_000);
    expect(done).toEqual([]);
    recall.undo();
    expect(done).toEqual([]);
  });

  it('should go at once when asked to, and when something else is done', async () => {
    recall.later('sending', fire('a'), 'A');
    recall.atOnce();
    recall.later('sending', fire('b'), 'B');
    recall.later('skipping', { kind: 'skip', inject: 'c' }, 'C');
    expect(done).toEqual([fire('a'), fire('b')]);
    await pass(RECALL_MS);
    expect(done).toHaveLength(3);
  });

  it('should skip at once and release what is taken back, for both to be in the log', async () => {
    await recall.skip('a', 'A');
    expect(done).toEqual([{ kind: 'skip', inject: 'a' }]);
    recall.undo();
    expect(done[1]).toEqual({ kind: 'release', inject: 'a' });
    await recall.skip('b', 'B');
    await pass(RECALL_MS);
    recall.undo();
    expect(done).toHaveLength(3);
  });

  it('should offer nothing to take back when skipping was refused', async () => {
    works = false;
    await recall.skip('a', 'A');
    expect(recall.get()).toBeNull();
  });

  it('should keep the words of a quick inject that did not get through, to be sent again', async () => {
    works = false;
    recall.later('sending', quick, 'a TV crew');
    await pass(RECALL_MS);
    expect(recall.get()).toMatchObject({ state: 'failed', action: quick });
    works = true;
    recall.atOnce();
    await pass(0);
    expect(done).toEqual([quick, quick]);
    expect(recall.get()).toBeNull();
  });

  it('should not send what came by itself in the meantime', async () => {
    recall.later('sending', fire('a'), 'A');
    recall.cameByItself('b');
    expect(recall.get()).not.toBeNull();
    recall.cameByItself('a');
    await pass(RECALL_MS);
    expect(done).toEqual([]);
  });
});

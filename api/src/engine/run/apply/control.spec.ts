import type { ControlAction } from '@readyroom/contract';
import { RunDriver, uuid } from '../../testing/run-driver.js';

const setup = () => RunDriver.started('desk', 'lead', 'press', 'chief');
const statuses = (run: RunDriver) => run.told('status').map(({ status, at }) => [status, at]);

describe('the clock of the exercise', () => {
  it('should show every turn to everybody', () => {
    const run = setup();
    expect(run.control(3, { kind: 'pause', reason: 'tea' })).toBeNull();
    expect(run.control(3, { kind: 'pause' })).toBe('drill.already_done');
    expect(run.control(3, { kind: 'resume' })).toBeNull();
    expect(run.control(3, { kind: 'resume' })).toBe('drill.already_done');
    expect(run.control(3, { kind: 'start' })).toBe('drill.already_done');
    expect(run.control(4, { kind: 'set_rate', rate: 60 })).toBeNull();
    expect(run.told('pace').map(({ rate }) => rate)).toEqual([12, 60]);
    expect(statuses(run)).toEqual([
      ['lobby', 0],
      ['running', 0],
      ['paused', 180],
      ['running', 180],
    ]);
    expect(run.told('status')[2]).toMatchObject({ reason: 'tea', audience: 'all' });
  });

  it('a jump should play all it skips, forward only', () => {
    const run = setup();
    expect(run.control(3.5, { kind: 'jump', toMinute: 30 })).toBeNull();
    expect(run.state).toMatchObject({ at: 1_800, minute: 31 });
    expect(run.told('indicators').map(({ sample }) => sample.minute)).toEqual(
      Array.from({ length: 31 }, (_, i) => i),
    );
    const walked = setup().to(30);
    expect(run.events.map(({ body }) => body)).toEqual(walked.events.map(({ body }) => body));
    for (const toMinute of [29, 30])
      expect(run.control(30, { kind: 'jump', toMinute })).toBe('drill.not_forward');
  });

  it('a jump beyond the end should end the run', () => {
    const run = setup();
    run.control(3, { kind: 'jump', toMinute: 4_000 });
    expect(statuses(run).at(-1)).toEqual(['ended', 7_200]);
  });

  it.each<[ControlAction, string, string | null]>([
    [{ kind: 'end' }, 'ended', null],
    [{ kind: 'stop', reason: 'a real event' }, 'stopped', 'a real event'],
  ])('%j should end it, and then nothing happens any more', (action, status, reason) => {
    const run = setup();
    expect(run.control(3, action)).toBeNull();
    expect(run.events.at(-1)).toMatchObject({ audience: 'all', body: { kind: 'status', status, reason } });
    const before = run.events.length;
    expect(run.act(4, 'desk', { kind: 'open_plan' })).toBe('drill.not_running');
    expect(run.control(4, { kind: 'resume' })).toBe('drill.not_running');
    expect(run.control(4, { kind: 'fire', inject: 'help' })).toBe('drill.not_running');
    expect(run.enter(4, 'evaluator', { kind: 'note', text: 'x', objective: null })).toBe('drill.not_running');
    expect(run.enter(4, 'system', { kind: 'seat', seat: 'desk', played: false })).toBe('drill.not_running');
    expect(run.to(120).events).toHaveLength(before);
  });

  it('when its time is up it should end by itself, with its last minute played', () => {
    const run = setup().to(500);
    expect(statuses(run).at(-1)).toEqual(['ended', 7_200]);
    expect(run.told('indicators').at(-1)!.sample.minute).toBe(120);
    expect(run.control(120, { kind: 'end' })).toBeNull();
    expect(statuses(run)).toHaveLength(3);
  });

  it('before the start only starting and calling off should count', () => {
    const lobby = () => {
      const run = new RunDriver();
      run.enter(0, 'system', { kind: 'begin', mode: 'live', played: [] });
      return run;
    };
    for (const action of [
      { kind: 'pause' },
      { kind: 'resume' },
      { kind: 'jump', toMinute: 5 },
      { kind: 'fire', inject: 'help' },
    ] as const)
      expect(lobby().control(0, action)).toBe('drill.not_running');
    expect(lobby().act(0, 'desk', { kind: 'open_plan' })).toBe('drill.not_running');
    for (const action of [{ kind: 'start' }, { kind: 'end' }, { kind: 'stop', reason: 'x' }] as const)
      expect(lobby().control(0, action)).toBeNull();
    expect(lobby().to(30).told('indicators')).toEqual([]);
    expect(new RunDriver().control(0, { kind: 'start' })).toBe('drill.not_running');
  });
});

describe('injects in the hands of the facilitator', () => {
  const came = (run: RunDriver, key: string) =>
    run
      .told('inject')
      .filter(({ inject }) => inject === key)
      .map(({ at }) => at);

  it('a held inject should come when it is released', () => {
    const run = setup();
    expect(run.control(1, { kind: 'hold', inject: 'call' })).toBeNull();
    expect(run.control(1, { kind: 'hold', inject: 'call' })).toBe('drill.already_done');
    expect(came(run.to(10), 'call')).toEqual([]);
    expect(run.control(10, { kind: 'release', inject: 'call' })).toBeNull();
    expect(came(run.to(12), 'call')).toEqual([660]);
    expect(run.told('inject_state')).toMatchObject([
      { state: 'held', audience: 'staff' },
      { state: 'released', audience: 'staff' },
    ]);
  });

  it('a skipped inject should stay away, unless it is fired', () => {
    const run = setup();
    run.control(1, { kind: 'skip', inject: 'call' });
    run.control(1, { kind: 'skip', inject: 'ask' });
    expect(run.control(1, { kind: 'hold', inject: 'ask' })).toBe('drill.already_done');
    run.control(20.5, { kind: 'fire', inject: 'ask' });
    run.to(119);
    expect([came(run, 'call'), came(run, 'ask')]).toEqual([[], [1_230]]);
    expect(run.told('inject').find(({ inject }) => inject === 'ask')!.card).toMatchObject({ dueAt: 2_430 });
  });

  it('an inject of the deck should come only by hand, and only once', () => {
    const run = setup();
    expect(run.control(5, { kind: 'fire', inject: 'help' })).toBeNull();
    for (const kind of ['fire', 'hold', 'skip', 'release'] as const)
      expect(run.control(6, { kind, inject: 'help' })).toBe('drill.already_done');
    run.to(119);
    expect([came(run, 'help'), came(run, 'rumour')]).toEqual([[300], []]);
  });

  it('what is not held cannot be released, and what nobody knows cannot be steered', () => {
    const run = setup();
    expect(run.control(1, { kind: 'release', inject: 'ask' })).toBe('drill.already_done');
    for (const kind of ['fire', 'hold', 'skip', 'release'] as const)
      expect(run.control(1, { kind, inject: 'constructor' })).toBe('drill.unknown_target');
  });

  it('should come in the words of the facilitator, and as written again when these are put back', () => {
    const run = setup();
    const words = { zh: '换一种说法', en: 'put another way' };
    const written = run.state.scenario.items.find(({ key }) => key === 'ask')!.text;
    expect(run.control(1, { kind: 'edit_inject', inject: 'call', text: words })).toBeNull();
    expect(run.control(1, { kind: 'edit_inject', inject: 'ask', text: words })).toBeNull();
    expect(run.control(2, { kind: 'edit_inject', inject: 'ask', text: written })).toBeNull();
    expect(run.control(2, { kind: 'edit_inject', inject: 'nobody', text: words })).toBe(
      'drill.unknown_target',
    );
    run.to(119);
    const shown = (key: string) => run.told('inject').find(({ inject }) => inject === key)!.text;
    expect([shown('call'), shown('ask')]).toEqual([words, written]);
    expect(run.told('inject_edited')).toMatchObject([
      { inject: 'call', text: words, audience: 'staff' },
      { inject: 'ask', text: words, audience: 'staff' },
      { inject: 'ask', text: written, audience: 'staff' },
    ]);
    expect(run.control(119, { kind: 'edit_inject', inject: 'call', text: words })).toBe('drill.already_done');
  });

  it('an inject of the feed should be posted in the words of the facilitator', () => {
    const run = setup();
    const { items, deck } = run.state.scenario;
    const feed = [...deck, ...items.filter(({ at }) => at !== 0)].find(({ to }) => to === 'feed')!;
    const words = { zh: '换一种说法', en: 'put another way' };
    expect(run.control(1, { kind: 'edit_inject', inject: feed.key, text: words })).toBeNull();
    run.control(1, { kind: 'fire', inject: feed.key });
    expect(run.posts.find(({ id }) => id === `i-${feed.key}`)?.text).toEqual(words);
  });

  it('a remark that arrives later should keep its moment, and none should come from later on', () => {
    const run = setup();
    run.to(10);
    const note = { kind: 'note', text: 'seen', objective: null } as const;
    expect(run.enter(10, 'evaluator', { ...note, moment: 420 })).toBeNull();
    expect(run.enter(10, 'evaluator', { ...note, moment: 4_000 })).toBeNull();
    expect(run.enter(10, 'evaluator', note)).toBeNull();
    expect(run.told('noted').map(({ moment, at }) => [moment, at])).toEqual([
      [420, 600],
      [undefined, 600],
      [undefined, 600],
    ]);
  });

  it('a quick inject should go to inboxes, or into the feed', () => {
    const run = setup();
    run.to(1);
    expect(
      run.control(1, { kind: 'quick_inject', inject: uuid(1), to: ['lead', 'lead'], text: 'a call' }),
    ).toBeNull();
    expect(run.events.at(-1)).toMatchObject({
      audience: ['lead'],
      body: { kind: 'inject', inject: uuid(1), to: ['lead'], channel: null, card: null },
    });
    run.control(1, { kind: 'quick_inject', inject: uuid(2), to: 'feed', text: 'a post' });
    expect(run.posts.at(-1)).toMatchObject({
      id: `i-${uuid(2)}`,
      channel: 'weibo',
      from: { kind: 'control' },
    });
    expect(run.control(1, { kind: 'quick_inject', inject: uuid(2), to: 'feed', text: 'x' })).toBe(
      'drill.id_used',
    );
    run.act(1, 'lead', { kind: 'message', message: uuid(4), to: ['desk'], text: 'x' });
    expect(run.control(1, { kind: 'quick_inject', inject: uuid(4), to: ['desk'], text: 'x' })).toBe(
      'drill.id_used',
    );
    expect(run.control(1, { kind: 'quick_inject', inject: uuid(3), to: ['nobody'], text: 'x' })).toBe(
      'drill.unknown_target',
    );
  });

  it('a phase may be entered by hand', () => {
    const run = setup();
    const known = { kind: 'decide', card: 'script', option: 'known', confidence: 50, rationale: '' } as const;
    run.act(6, 'desk', known);
    expect(run.control(7, { kind: 'enter_phase', phase: 'fall' })).toBeNull();
    expect(run.control(7, { kind: 'enter_phase', phase: 'fall' })).toBe('drill.already_done');
    expect(run.control(7, { kind: 'enter_phase', phase: 'nowhere' })).toBe('drill.unknown_target');
    expect(
      run
        .to(119)
        .told('phase')
        .map(({ phase }) => phase),
    ).toEqual(['rise', 'fall']);
  });
});

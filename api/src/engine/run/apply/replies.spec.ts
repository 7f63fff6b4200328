import { RunDriver } from '../../testing/run-driver.js';

describe('reply', () => {
  it('should stand under the post for everybody, and the public should answer back', () => {
    const run = RunDriver.started('desk').to(9);
    expect(run.act(9, 'desk', { kind: 'reply', post: 'p2', text: 'we are looking into it' })).toBeNull();
    const id = `r-${run.log.length}`;
    expect(run.events.at(-2)).toMatchObject({
      audience: 'all',
      body: {
        kind: 'posts',
        posts: [{ id, replyTo: 'p2', channel: 'weibo', from: { kind: 'organisation' }, at: 540 }],
      },
    });
    run.to(12);
    const answers = run.posts.filter(({ replyTo }) => replyTo === id);
    expect(answers.map(({ at }) => at / 60)).toEqual([10, 10, 11]);
    for (const { id: answer } of answers) expect(run.state.truths[answer]).toBeDefined();
    expect(run.told('expectation').find(({ state }) => state === 'met')).toMatchObject({
      seat: 'desk',
      at: 540,
    });
  });

  it('when it is on a complaint line nobody should answer in public', () => {
    const run = RunDriver.started('desk').to(9);
    run.act(9, 'desk', { kind: 'reply', post: 'p3', text: 'we will call you' });
    const id = `r-${run.log.length}`;
    expect(run.to(15).posts.filter(({ replyTo }) => replyTo === id)).toEqual([]);
  });

  it('should change no other post of the feed', () => {
    const replying = RunDriver.started('desk').to(9);
    replying.act(9, 'desk', { kind: 'reply', post: 'p2', text: 'hello' });
    const silent = RunDriver.started('desk').to(9);
    const others = (run: RunDriver) =>
      run.to(60).posts.filter(({ id, replyTo }) => !id.startsWith('r-') && !replyTo?.startsWith('r-'));
    expect(others(replying)).toEqual(others(silent));
  });

  it.each(['p12', 'nothing', 'constructor'])('when the post %s is not there it should be refused', (post) => {
    const run = RunDriver.started('desk').to(9);
    expect(run.act(9, 'desk', { kind: 'reply', post, text: 'hello' })).toBe('drill.unknown_target');
  });
});

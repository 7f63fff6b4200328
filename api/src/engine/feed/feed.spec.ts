import { RunDriver, uuid } from '../testing/run-driver.js';
import { stormScenario } from '../testing/storm-scenario.js';

const run = RunDriver.started('desk', 'lead', 'press', 'chief').to(119);
const { scenario } = run.inputs;
const generated = run.posts.filter(({ id }) => id.startsWith('g'));
const samples = run.told('indicators').map(({ sample }) => sample);
const followers = new Map(scenario.personas.map(({ key, followers: count }) => [key, count]));

describe('posts of the scenario', () => {
  it('when a post asks for something it should come in the first minute in which that holds, once', () => {
    const published = (minute: number) => {
      const one = RunDriver.started('chief').to(minute);
      one.act(minute, 'chief', {
        kind: 'draft_statement',
        statement: uuid(1),
        strategy: 'inform',
        elements: [],
        outlets: ['microblog'],
        text: 'x',
      });
      one.act(minute, 'chief', { kind: 'publish_statement', statement: uuid(1), version: 1 });
      return one
        .to(119)
        .posts.filter(({ id }) => id === 'p13')
        .map(({ at }) => at / 60);
    };
    expect(published(60)).toEqual([61]);
    // Not before its own minute.
    expect(published(10)).toEqual([40]);
  });

  it('when what it asks for never comes it should stay away, and its hidden truth with it', () => {
    const silent = RunDriver.started('desk', 'lead', 'press', 'chief').to(119);
    expect(silent.posts.map(({ id }) => id)).not.toContain('p13');
    expect(silent.posts.map(({ id }) => id)).toContain('p12');
    expect(silent.state.truths).not.toHaveProperty('p13');
  });
});

describe('posts that the storm brings', () => {
  it('should be a sample that grows slowly with the minute, six at most', () => {
    for (const { minute, hostile, questioning, supportive } of samples) {
      const shown = generated.filter(({ at }) => at === minute * 60).length;
      const all = hostile + questioning + supportive;
      expect(shown).toBeLessThanOrEqual(Math.min(all, 6));
      if (all > 0) expect(shown).toBeGreaterThan(0);
    }
  });

  it('should have ids of their minute, without gaps', () => {
    for (const minute of new Set(generated.map(({ at }) => at / 60))) {
      const ids = generated.filter(({ at }) => at === minute * 60).map(({ id }) => id);
      expect(ids).toEqual(ids.map((_, n) => `g${minute}-${n + 1}`));
    }
  });

  it('should say what a chatter of their stance says, with the same slots in both languages', () => {
    const values = Object.values(scenario.slots).flat();
    for (const { id, text, channel } of generated) {
      const { stance, class: kind } = run.state.truths[id]!;
      const origin = scenario.chatter.filter((one) => one.stance === stance && one.truth.class === kind);
      expect(origin.map((one) => one.channel)).toContain(channel);
      expect(text.zh).not.toMatch(/[{}]/);
      const slot = values.find(({ en }) => text.en.includes(en));
      if (slot) expect(text.zh).toContain(slot.zh);
      expect(text.zh.replaceAll('（中文）', '')).toBe(text.en);
    }
  });

  it('should only say what fits by now', () => {
    expect(generated.some(({ text }) => text.en === 'too late' || text.en === 'so they admit it')).toBe(
      false,
    );
    const answered = RunDriver.started('lead').to(119);
    const at = answered.told('statement').find(({ state }) => state === 'published')!.at;
    const late = answered.posts.filter(
      ({ text }) => text.en === 'too late' || text.en === 'so they admit it',
    );
    expect(late.length).toBeGreaterThan(0);
    expect(late.every((post) => post.at >= at)).toBe(true);
  });

  it('should come from people of the stance, never from the press', () => {
    const stanceOf = new Map(scenario.personas.map(({ key, stance }) => [key, stance]));
    for (const { id, from } of generated) {
      expect(from.kind).toBe('persona');
      expect(stanceOf.get(from.key!)).toBe(run.state.truths[id]!.stance);
      expect(from.key).not.toBe('daily');
    }
  });

  it('should carry a truth of their own: one template is one matter', () => {
    const groups = new Map<string, Set<string>>();
    for (const { id, text } of generated) {
      const group = run.state.truths[id]!.group!;
      groups.set(text.en, (groups.get(text.en) ?? new Set()).add(group));
    }
    for (const [, same] of groups) expect(same.size).toBe(1);
  });

  it('when nobody of a stance has anything to say it should show nothing for it', () => {
    const mute = stormScenario();
    for (const one of mute.chatter) one.when = { not: { after: 0 } };
    const silent = new RunDriver({ scenario: mute, seed: 7 }).start('desk').to(60);
    expect(silent.posts.filter(({ id }) => id.startsWith('g'))).toEqual([]);
  });
});

describe('engagement', () => {
  const changes = run
    .told('engagement')
    .flatMap(({ at, changes: some }) => some.map((one) => ({ ...one, at })));

  it('should never fall, never come before the post nor after its hour, and move few posts at once', () => {
    const posted = new Map(run.posts.map((post) => [post.id, post.at]));
    const last = new Map<string, number>();
    for (const { id, at, likes, reposts, comments } of changes) {
      expect(at).toBeGreaterThanOrEqual(posted.get(id)!);
      expect(at - posted.get(id)!).toBeLessThan(3_600);
      const sum = likes + reposts + comments;
      expect(sum).toBeGreaterThan(last.get(id) ?? 0);
      last.set(id, sum);
    }
    for (const { changes: some } of run.told('engagement')) expect(some.length).toBeLessThanOrEqual(15);
  });

  it('who is followed by many should be liked by more', () => {
    const likes = new Map(changes.map(({ id, likes: count }) => [id, count]));
    expect(followers.get('star')).toBeGreaterThan(followers.get('dan')!);
    expect(likes.get('i-spark')!).toBeGreaterThan(50 * (likes.get('p4') ?? 0));
  });
});

describe('the trending board', () => {
  it('should come every five minutes, the biggest topic first, named in words that were posted', () => {
    const boards = run.told('trending');
    expect(boards.map(({ at }) => at / 60)).toEqual(Array.from({ length: 24 }, (_, i) => i * 5));
    const texts = run.posts.map(({ text }) => text.en);
    for (const { topics } of boards) {
      expect(topics.length).toBeLessThanOrEqual(6);
      expect(topics.map(({ posts }) => posts)).toEqual(
        topics.map(({ posts }) => posts).toSorted((a, b) => b - a),
      );
      for (const { topic } of topics)
        expect(texts.some((text) => text.startsWith(topic.en.replace('…', '')))).toBe(true);
    }
  });
});

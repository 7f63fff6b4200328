import { Pace } from './pace.js';

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1_000);

/** How many of so many actions at one moment get through. */
function sent(pace: Pace, who: string, seconds: number, actions: number): number {
  let through = 0;
  for (let n = 0; n < actions; n++)
    try {
      pace.count(who, at(seconds));
      through++;
    } catch (error) {
      expect(error).toMatchObject({ code: 'auth.throttled', retryAfterSeconds: 1 });
    }
  return through;
}

describe('the pace of a participant', () => {
  it('when somebody sends too much it should let 120 through and then two a second', () => {
    const pace = new Pace();
    expect(sent(pace, 'one', 0, 200)).toBe(120);
    expect(sent(pace, 'one', 10, 200)).toBe(20);
    expect(sent(pace, 'one', 1_000, 200)).toBe(120);
  });

  it('when others send too much it should not matter', () => {
    const pace = new Pace();
    sent(pace, 'one', 0, 200);
    expect(sent(pace, 'two', 0, 1)).toBe(1);
  });

  it('when the clock is set back it should give nothing away and go on', () => {
    const pace = new Pace();
    sent(pace, 'one', 100, 200);
    expect(sent(pace, 'one', 0, 1)).toBe(0);
    expect(sent(pace, 'one', 103, 200)).toBe(6);
  });

  it('when very many people have come and gone it should forget the idle and nobody else', () => {
    const pace = new Pace();
    for (let n = 0; n < 5_000; n++) pace.count(`idle${n}`, at(0));
    sent(pace, 'busy', 60, 200);
    for (let n = 0; n < 10; n++) pace.count(`new${n}`, at(60));
    expect(sent(pace, 'busy', 60, 1)).toBe(0);
    expect((pace as unknown as { senders: Map<string, unknown> }).senders.size).toBeLessThan(20);
  });
});

import { namesIn, redactionQuery } from './redaction.js';

describe('namesIn', () => {
  it('should take a name a line or between commas of either kind, each once', () => {
    expect(namesIn(' 张伟，李娜、Zhang Wei\n张伟;;  \nX')).toEqual(['张伟', '李娜', 'Zhang Wei']);
  });

  it('when a line is longer than any name it should leave it out', () => {
    expect(namesIn('a'.repeat(61))).toEqual([]);
  });
});

describe('redactionQuery', () => {
  it('when nothing is chosen it should say so, since leaving it out means the usual', () => {
    expect(redactionQuery([], [])).toEqual({ redact: 'none' });
  });

  it('should name the kinds in one order, and names only when there are some', () => {
    expect(redactionQuery(['personas', 'organisation'], ['张伟'])).toEqual({
      redact: ['organisation', 'personas'],
      names: ['张伟'],
    });
  });
});

import { describeCatalogues } from '../../shared/i18n/catalogue-rules.js';
import { en, zh } from './words.js';

describe('words of the team', () => {
  describeCatalogues(zh, en);

  it('when one needs attention English should use the singular', () => {
    expect(en.attention(1)).toMatch(/^1 person needs/);
    expect(en.attention(2)).toMatch(/^2 people need/);
  });
});

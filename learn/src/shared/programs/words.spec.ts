import { describeCatalogues } from '../i18n/catalogue-rules.js';
import { en, zh } from './words.js';

describe('words of programs', () => {
  describeCatalogues(zh, en);

  it('when there is one day English should use the singular', () => {
    expect(en.validFor(1)).toBe('Expires in 1 day');
    expect(en.overdueBy(2)).toBe('Overdue by 2 days');
  });
});

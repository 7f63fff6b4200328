import { ERROR_CODES } from '@readyroom/contract';
import { describeCatalogues } from './catalogue-rules.js';
import { en } from './en.js';
import { zh } from './zh.js';

describe('catalogues', () => {
  describeCatalogues(zh, en);

  it('should have one text for every error code', () => {
    for (const catalogue of [zh, en])
      expect(Object.keys(catalogue.errors).sort()).toEqual([...ERROR_CODES].sort());
  });

  it('when there is one of a thing English should use the singular', () => {
    expect(en.course.dueIn(1)).toBe('Due in 1 day');
    expect(en.course.dueIn(2)).toBe('Due in 2 days');
    expect(en.quiz.keptHere(1)).toBe('Kept on this device, 1 answer waiting.');
  });
});

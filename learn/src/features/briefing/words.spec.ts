import { describeCatalogues } from '../../shared/i18n/catalogue-rules.js';
import { briefingWords } from './words.js';

describe('Words of flash briefings', () => {
  describeCatalogues(briefingWords('zh-CN'), briefingWords('en'));

  it('should say that it is real, and carry no mark of a drill', () => {
    expect(briefingWords('zh-CN').real).toBe('真实事件，不是演练');
    expect(briefingWords('en').real).toContain('not an exercise');
    expect(JSON.stringify([briefingWords('zh-CN'), briefingWords('en')])).not.toContain('DRILL');
  });
});

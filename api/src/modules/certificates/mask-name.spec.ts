import { maskName } from './mask-name.js';

describe('maskName', () => {
  it('should keep the first character as readers see it, and hide how many there are', () => {
    expect(['张伟', '欧阳娜娜', '𠅤子', 'Łukasz Kovács', 'Ë', 'E\u0308lla', ''].map(maskName)).toEqual([
      '张**',
      '欧**',
      '𠅤**',
      'Ł**',
      'Ë**',
      'E\u0308**',
      '**',
    ]);
  });
});

import fc from 'fast-check';
import { stretchOf } from './rows.sql.js';

describe('the stretch that is a page', () => {
  it('should be the same rows from whichever end it is nearer to, and never reach over the middle', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 120 }),
        (page, perPage, total) => {
          const rows = Array.from({ length: total }, (_, n) => n);
          const { limit, offset, fromEnd } = stretchOf(page, perPage, total);
          const walked = (fromEnd ? rows.toReversed() : rows).slice(offset, offset + limit);
          expect(fromEnd ? walked.reverse() : walked).toEqual(
            rows.slice((page - 1) * perPage, page * perPage),
          );
          expect(offset).toBeLessThanOrEqual(total / 2);
        },
      ),
    );
  });
});

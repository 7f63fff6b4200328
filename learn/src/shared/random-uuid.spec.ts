import { z } from 'zod';
import { randomUuid } from './random-uuid.js';

describe('randomUuid', () => {
  it('should make what the contract takes for a UUID, a new one each time', () => {
    const ids = Array.from({ length: 200 }, randomUuid);
    for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
    expect(new Set(ids).size).toBe(200);
  });
});

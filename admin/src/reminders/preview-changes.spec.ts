import { previewChanges, rowKey } from './preview-changes.js';

const row = (day: string, step: string, people: number) => ({ day, step, people, program: { id: 'p' } });

describe('previewChanges', () => {
  it('should find nothing between a ladder and itself', () => {
    const rows = [row('2026-03-01', 'a', 2), row('2026-03-02', 'b', 1)];
    expect(previewChanges(rows, rows)).toEqual({ changed: new Map(), gone: 0 });
  });

  it('should tell what is new, what has other numbers and what is gone', () => {
    const saved = [row('2026-03-01', 'a', 2), row('2026-03-02', 'b', 1)];
    const draft = [row('2026-03-01', 'a', 3), row('2026-03-05', 'b', 1)];
    expect(previewChanges(saved, draft)).toEqual({
      changed: new Map([
        [rowKey(draft[0]!), 2],
        [rowKey(draft[1]!), 0],
      ]),
      gone: 1,
    });
  });
});

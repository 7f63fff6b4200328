import type { ObserverAction } from '@readyroom/contract';
import { notesOf, ratingOf, type Remark } from './remarks.js';

const remark = (clientId: string, state: Remark['state'], action: ObserverAction): Remark => ({
  clientId,
  state,
  action,
  refused: null,
  entry: null,
});
const rate = (rating: 'P' | 'M', seat: string | null, moment: number): ObserverAction => ({
  kind: 'rate',
  objective: 'speed',
  seat,
  rating,
  note: '',
  moment,
});
const note = (text: string, moment: number): ObserverAction => ({
  kind: 'note',
  text,
  objective: null,
  moment,
});
const told = (at: number, text: string, moment?: number) => ({ id: at, at, text, objective: null, moment });

describe('ratingOf', () => {
  const view = {
    ratings: [
      { id: 1, at: 60, objective: 'speed', seat: null, rating: 'S' as const, note: 'slow', moment: 30 },
    ],
  };
  it('should show what the drill knows, at the moment it is about', () => {
    expect(ratingOf(view, [], 'speed', null)).toEqual({ rating: 'S', note: 'slow', at: 30, waits: false });
    expect(ratingOf(view, [], 'speed', 'ceo')).toBeNull();
  });
  it('should show the last that waits before what is known, and none that was refused', () => {
    const remarks = [
      remark('a', 'waiting', rate('P', null, 70)),
      remark('b', 'waiting', rate('M', null, 80)),
      remark('c', 'waiting', rate('P', 'ceo', 90)),
      remark('d', 'refused', rate('P', null, 95)),
    ];
    expect(ratingOf(view, remarks, 'speed', null)).toMatchObject({ rating: 'M', at: 80, waits: true });
  });
  it('should show what has arrived before the drill tells of it, unless it tells of something later', () => {
    expect(ratingOf({ ratings: [] }, [remark('e', 'sent', rate('P', null, 99))], 'speed', null)).toEqual({
      rating: 'P',
      note: '',
      at: 99,
      waits: false,
    });
    expect(ratingOf(view, [remark('e', 'sent', rate('P', null, 99))], 'speed', null)?.rating).toBe('P');
    expect(ratingOf(view, [remark('e', 'sent', rate('P', null, 10))], 'speed', null)?.rating).toBe('S');
  });
});

describe('notesOf', () => {
  it('should put what waits among what is known by its moment, and show what was sent once', () => {
    const remarks = [
      remark('a', 'waiting', note('waits', 90)),
      remark('b', 'sent', note('both', 100)),
      remark('c', 'sent', note('only here', 10)),
      remark('d', 'refused', note('refused', 20)),
    ];
    const notes = notesOf({ notes: [told(300, 'both', 100), told(60, 'early')] }, remarks);
    expect(notes.map(({ text, at, waits }) => [text, at, waits])).toEqual([
      ['both', 100, false],
      ['waits', 90, true],
      ['early', 60, false],
      ['only here', 10, false],
    ]);
  });
});

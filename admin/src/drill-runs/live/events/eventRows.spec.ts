import { eventRows, groupsOf, minutesLate, nextOf, type Inject } from './eventRows.js';

const inject = (key: string, at: number | null, list: Inject['list'] = 'timed'): Inject => ({
  key,
  title: { zh: key, en: key },
  text: { zh: key, en: key },
  list,
  at,
  phase: 'rise',
  owner: 'pr',
  to: 'feed',
  objectives: [],
  expected: [],
});
const MSEL = [
  inject('third', 30),
  inject('first', 0),
  inject('second', 10),
  inject('if', null, 'conditional'),
  inject('spare', null, 'deck'),
];
const rowsOf = (
  delivered: [string, number][] = [],
  injectStates: [string, 'held' | 'released' | 'skipped'][] = [],
) =>
  eventRows(MSEL, {
    delivered: new Map(delivered),
    injectStates: new Map(injectStates),
    edits: new Map([['second', { zh: '改写', en: 'reworded' }], ['third', MSEL.find(({ key }) => key === 'third')!.text]]),
  }); // prettier-ignore
const statuses = (rows: ReturnType<typeof rowsOf>) =>
  Object.fromEntries(rows.map(({ inject: { key }, status }) => [key, status]));

describe('the list of injects during a run', () => {
  it('should tell what waits for its time, for its condition, and for a hand', () => {
    expect(statuses(rowsOf())).toEqual({
      first: 'planned',
      second: 'planned',
      third: 'planned',
      if: 'waiting',
      spare: 'deck',
    });
  });

  it('should tell what is held, skipped and released', () => {
    const steered = rowsOf([], [['first', 'held'], ['second', 'skipped'], ['third', 'released']]); // prettier-ignore
    expect(statuses(steered)).toMatchObject({ first: 'held', second: 'skipped', third: 'planned' });
  });

  it('should count what was sent as sent, whatever was done to it before', () => {
    expect(statuses(rowsOf([['first', 65]], [['first', 'held']]))).toMatchObject({ first: 'sent' });
  });

  it('should have the earliest that is not held back come next', () => {
    expect(nextOf(rowsOf())?.inject.key).toBe('first');
    expect(nextOf(rowsOf([['first', 0]], [['second', 'held']]))?.inject.key).toBe('third');
    expect(nextOf(rowsOf([['first', 0], ['second', 0], ['third', 0]]))).toBeNull(); // prettier-ignore
  });

  it('should group the rest, newest first among what was sent', () => {
    const groups = groupsOf(rowsOf([['first', 0], ['spare', 300]])); // prettier-ignore
    expect(groups.map(({ status, rows }) => [status, rows.map(({ inject: { key } }) => key)])).toEqual([
      ['planned', ['third']],
      ['waiting', ['if']],
      ['sent', ['spare', 'first']],
    ]);
  });

  it('should tell the words that go out, and whether these are other ones than written', () => {
    const rows = new Map(rowsOf().map((row) => [row.inject.key, row]));
    expect(rows.get('second')).toMatchObject({ text: { en: 'reworded' }, isEdited: true });
    // Worded back is as written.
    for (const key of ['first', 'third'])
      expect(rows.get(key)).toMatchObject({ text: rows.get(key)!.inject.text, isEdited: false });
  });
  it('should tell how late something came', () => {
    const late = rowsOf([['second', 840], ['spare', 60]]); // prettier-ignore
    expect(late.map((row) => [row.inject.key, minutesLate(row)])).toContainEqual(['second', 4]);
    expect(minutesLate(late.find((row) => row.inject.key === 'spare')!)).toBeNull();
  });
});

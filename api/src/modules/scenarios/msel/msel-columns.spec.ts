import { MSEL_COLUMNS } from '@readyroom/contract';
import { headingOf, mapColumns } from './msel-columns.js';
import { MselColumnMissing, MselColumnUnknown, MselUnreadable } from './msel.errors.js';

const HEADER = MSEL_COLUMNS.map(headingOf);
const refusal = (header: readonly string[], mapping = {}): unknown => {
  try {
    return mapColumns(header, mapping);
  } catch (error) {
    return error;
  }
};
const detailsOf = (error: unknown) => (error as MselColumnUnknown).getResponse();

describe('columns of a list of injects', () => {
  it('when the headings are those of an export every column should be found in its place', () => {
    expect([...mapColumns(HEADER, {}).at]).toEqual(MSEL_COLUMNS.map((column, n) => [column, n]));
  });

  it.each([
    ['Sender', 'from'],
    ['发送方', 'from'],
    ['*Title (English)', 'title_en'],
    ['标题 (中文)', 'title_zh'],
    ['EXPECTED ACTIONS', 'expected'],
    ['预期行动', 'expected'],
    ['时间', 'at'],
    ['text-zh', 'text_zh'],
  ])('when a column is called “%s” it should be %s', (heading, column) => {
    const header = HEADER.map((name) => (name.endsWith(` ${column}`) ? heading : name));
    expect(mapColumns(header, {}).headings).toContainEqual({ heading, column });
  });

  it('when a heading is unknown it should propose the nearest that is free', () => {
    const header = [
      ...HEADER.filter((name) => !/ (owner|card)$/.test(name)),
      'ownerr',
      'phse',
      'crd',
      'Remarks',
    ];
    const error = refusal(header);
    expect(error).toBeInstanceOf(MselColumnUnknown);
    expect(detailsOf(error)).toMatchObject({
      details: [
        { path: 'ownerr', values: { column: 'owner' } },
        { path: 'phse', message: 'Say which column it is, or leave it out' },
        { path: 'crd', values: { column: 'card' } },
        { path: 'Remarks' },
      ],
    });
  });

  it('when a heading is mapped it should be that column, and none when mapped to nothing', () => {
    const header = [...HEADER.filter((name) => !name.endsWith(' owner')), 'Who', 'Remarks'];
    const { at, headings } = mapColumns(header, { Who: 'owner', Remarks: null });
    expect(at.get('owner')).toBe(header.indexOf('Who'));
    expect(headings).toContainEqual({ heading: 'Remarks', column: null });
  });

  it('when a column appears twice it should say which', () => {
    const error = refusal([...HEADER, 'owner']);
    expect(error).toBeInstanceOf(MselUnreadable);
    expect((error as Error).message).toContain('The column owner appears twice');
  });

  it('when required columns are missing it should name them, and do without the others', () => {
    const error = refusal(HEADER.filter((name) => !/ (key|owner)$/.test(name)));
    expect(error).toBeInstanceOf(MselColumnMissing);
    expect((error as Error).message).toContain('key, owner');
    expect(refusal(HEADER.filter((name) => !/ (id|card|when|effects)$/.test(name)))).toHaveProperty('at');
  });

  it('when a mapping names what every object has it should not be taken for a mapping', () => {
    expect(refusal([...HEADER, 'constructor'])).toBeInstanceOf(MselColumnUnknown);
  });
});

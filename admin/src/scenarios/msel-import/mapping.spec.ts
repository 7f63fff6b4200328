import { MSEL_COLUMNS as CONTRACT } from '@readyroom/contract';
import { mappingOf, MSEL_COLUMNS, unknownColumns } from './mapping.js';

describe('columns of a list of injects', () => {
  it('should be those of the contract', () => {
    expect(MSEL_COLUMNS).toEqual(CONTRACT);
  });

  it('should take over what the server proposes for a heading and leave out what it cannot guess', () => {
    const error = {
      code: 'msel_import.column_unknown' as const,
      details: [
        { path: 'Titel (zh)', message: '', values: { column: 'title_zh' } },
        { path: 'Remarks', message: '' },
      ],
    };
    expect(unknownColumns(error, [{ heading: 'key', column: 'key' }])).toEqual([
      { heading: 'key', column: 'key' },
      { heading: 'Titel (zh)', column: 'title_zh' },
      { heading: 'Remarks', column: null },
    ]);
  });

  it('should keep what was set when the file fails for another reason', () => {
    const before = [{ heading: 'Remarks', column: null }];
    expect(unknownColumns({ code: 'msel_import.unreadable', details: [] }, before)).toEqual(before);
  });

  it('should send only what differs from the heading, and null for what is left out', () => {
    expect(
      mappingOf([
        { heading: 'key', column: 'key' },
        { heading: 'Titel', column: 'title_zh' },
        { heading: 'Remarks', column: null },
      ]),
    ).toEqual({ Titel: 'title_zh', Remarks: null });
  });
});

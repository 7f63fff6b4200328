import { IMPORT_ROW_ERRORS, ROSTER_COLUMNS, ROSTER_REQUIRED_COLUMNS } from '@readyroom/contract';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from './columns.js';
import { importMessages } from './messages.js';

describe('roster columns', () => {
  it('should be those of the contract', () => {
    expect([...REQUIRED_COLUMNS]).toEqual([...ROSTER_REQUIRED_COLUMNS]);
    expect([...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].sort()).toEqual([...ROSTER_COLUMNS].sort());
  });

  it('should have a text for every reason a row is refused', () => {
    const texts = importMessages.en.resources['people-imports'].row_error;
    expect(Object.keys(texts).sort()).toEqual([...IMPORT_ROW_ERRORS].sort());
  });
});

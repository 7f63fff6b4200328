import { SHIFT_COLUMNS, SHIFT_ROW_ERRORS } from '@readyroom/contract';
import { shiftMessages } from './messages.js';

it.each(['zh', 'en'] as const)(
  'should have words in %s for every error of a row and every column',
  (language) => {
    const { row_error: errors, column } = shiftMessages[language].shifts;
    expect(Object.keys(errors).sort()).toEqual([...SHIFT_ROW_ERRORS].sort());
    expect(Object.keys(column).sort()).toEqual([...SHIFT_COLUMNS].sort());
  },
);

import { Box, Card, MenuItem, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { MselColumn } from '../../providers/contract.js';
import { MSEL_COLUMNS, type Heading } from './mapping.js';

interface Props {
  headings: readonly Heading[];
  onMap: (heading: string, column: MselColumn | null) => void;
  children: ReactNode;
}
const LEFT_OUT = '-';

/** One line a heading of the file: which field it holds. */
export const ColumnMapper = ({ headings, onMap, children }: Props) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.scenarios.import.${key}`, options);
  return (
    <Card component="section" aria-labelledby="msel-columns" sx={{ p: 2.5 }}>
      <Typography id="msel-columns" variant="subtitle2" component="h2">
        {T('columns')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {T('columns_help')}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))',
          mb: 2,
        }}
      >
        {headings.map(({ heading, column }) => (
          <TextField
            key={heading}
            select
            label={heading}
            value={column ?? LEFT_OUT}
            onChange={({ target: { value } }) =>
              onMap(heading, value === LEFT_OUT ? null : (value as MselColumn))
            }
          >
            <MenuItem value={LEFT_OUT}>{T('left_out')}</MenuItem>
            {MSEL_COLUMNS.map((name) => (
              <MenuItem key={name} value={name}>
                {T(`column.${name}`)}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Box>
      {children}
    </Card>
  );
};

import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import { listLink } from './listLink.js';
import { useFormat } from './useFormat.js';

interface Props {
  value: number;
  /** What is counted, for whoever does not see the column. */
  label: string;
  /** Resource whose list opens. */
  list: string;
  /** Filter of the list behind it. */
  filter: object;
  danger?: boolean;
}

/** A count that opens the people behind it; a zero opens nothing. */
export const NumberLink = ({ value, label, list, filter, danger }: Props) => {
  const translate = useTranslate();
  const format = useFormat();
  if (value === 0) return <span>0</span>;
  return (
    <Link
      component={RouterLink}
      to={listLink(list, filter)}
      aria-label={translate('list.open_people', { label, value: format.number(value) })}
      sx={{
        color: danger ? 'error.main' : 'text.primary',
        fontWeight: danger ? 650 : 500,
        textDecorationColor: 'currentcolor',
      }}
    >
      {format.number(value)}
    </Link>
  );
};

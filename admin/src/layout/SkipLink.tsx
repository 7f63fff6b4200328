import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';

/** First stop of the Tab key: past menu and bar. */
export const SkipLink = () => {
  const translate = useTranslate();
  return (
    <Link
      href="#main-content"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main-content')?.focus();
      }}
      sx={{
        position: 'fixed', top: 8, left: 8, zIndex: 2000, px: 2, py: 1, borderRadius: 1, bgcolor: 'primary.main',
        color: 'primary.contrastText', transform: 'translateY(-200%)', '&:focus': { transform: 'none' },
      }} // prettier-ignore
    >
      {translate('shell.skip')}
    </Link>
  );
};

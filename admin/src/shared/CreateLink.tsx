import Add from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';

/** The one filled button of a list; in the bar at every width, so that it never floats over rows. */
export const CreateLink = ({ resource, label }: { resource: string; label: string }) => {
  const translate = useTranslate();
  return (
    <Button
      component={Link}
      to={`/${resource}/create`}
      variant="contained"
      size="small"
      startIcon={<Add />}
      aria-keyshortcuts="c"
    >
      {translate(label)}
    </Button>
  );
};

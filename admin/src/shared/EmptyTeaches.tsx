import type { SvgIconComponent } from '@mui/icons-material';
import { Button } from '@mui/material';
import { Link } from 'react-router';
import { Notice } from './Notice.js';

interface Props {
  icon?: SvgIconComponent;
  title: string;
  /** One sentence: what will be here and what for. */
  text: string;
  /** One button; left out for people who may not press it. */
  action?: { label: string; to?: string; onClick?: () => void };
}

/** What an empty list shows instead of a bare table. */
export const EmptyTeaches = ({ icon, title, text, action }: Props) => (
  <Notice icon={icon} title={title} text={text}>
    {action &&
      (action.to ? (
        <Button component={Link} to={action.to} variant="contained">
          {action.label}
        </Button>
      ) : (
        <Button onClick={action.onClick} variant="contained">
          {action.label}
        </Button>
      ))}
  </Notice>
);

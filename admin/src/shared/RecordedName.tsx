import FilterAltOutlined from '@mui/icons-material/FilterAltOutlined';
import { Box, IconButton, Tooltip } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { PersonLink } from './PersonLink.js';
import { useMe } from './useMe.js';

interface Props {
  person: { id: string; name: string };
  /** Filter of this list that takes the person. */
  source: string;
}

/** Somebody in a record: opens the profile for those who may see it, and narrows the list to them for everybody. */
export const RecordedName = ({ person: { id, name }, source }: Props) => {
  const translate = useTranslate();
  const { can } = useMe();
  const { filterValues, setFilters } = useListContext();
  const shown = name || translate('common.nameless');
  const only = translate('list.only', { name: shown });
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25 }}>
      {can('people', 'list') ? <PersonLink id={id}>{shown}</PersonLink> : shown}
      {(filterValues as Record<string, unknown>)[source] !== id && (
        <Tooltip title={only}>
          <IconButton
            size="small"
            aria-label={only}
            onClick={() => setFilters({ ...(filterValues as object), [source]: id })}
            sx={{ '@media print': { display: 'none' } }}
          >
            <FilterAltOutlined sx={{ fontSize: 16 }} />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
};

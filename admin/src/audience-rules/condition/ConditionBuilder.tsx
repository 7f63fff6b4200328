import { Box, FormHelperText, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { GroupEditor } from './GroupEditor.js';
import { isWhole, peopleIn, type Group } from './tree.js';
import { useConditionText } from './useConditionText.js';

/** Conditions joined by and, or and not, with the whole of it as a sentence below. */
export const ConditionBuilder = ({ value, onChange }: { value: Group; onChange: (value: Group) => void }) => {
  const translate = useTranslate();
  const text = useConditionText(peopleIn(value));
  return (
    <Box>
      <GroupEditor group={value} place="" depth={1} onChange={onChange} />
      <Box role="status" sx={{ mt: 2 }}>
        {isWhole(value) ? (
          <Box sx={{ bgcolor: 'action.hover', borderRadius: 1.5, p: 1.5 }}>
            <Typography variant="subtitle2" component="h2">
              {translate('condition.sentence')}
            </Typography>
            <Typography sx={{ lineHeight: 1.7 }}>{text(value)}</Typography>
          </Box>
        ) : (
          <FormHelperText sx={{ mx: 0 }}>{translate('condition.incomplete')}</FormHelperText>
        )}
      </Box>
    </Box>
  );
};

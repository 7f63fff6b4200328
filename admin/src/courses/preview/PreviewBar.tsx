import ArrowBack from '@mui/icons-material/ArrowBack';
import { Box, Button, MenuItem, TextField, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import type { CourseDetail, Locale, Tier } from '../../providers/contract.js';
import { TIERS } from '../../shared/TierChip.js';
import type { Place } from './place.js';

interface Props {
  course: CourseDetail;
  versionId: string;
  tier: Tier;
  locale: Locale;
  onChange: (change: Partial<Place>) => void;
}

const TOGGLE = { px: 1.5, minHeight: 40, color: 'text.primary', bgcolor: 'background.paper' } as const;

/** Which version, as which tier, in which language. */
export const PreviewBar = ({ course, versionId, tier, locale, onChange }: Props) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.courses.view.${key}`, options);
  return (
    <Box
      role="group"
      aria-label={T('settings')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', pt: 1 }}
    >
      <Button component={Link} to={`/courses/${course.id}/show`} startIcon={<ArrowBack />}>
        {T('back')}
      </Button>
      <Box sx={{ flex: 1 }} />
      <TextField
        select
        label={T('version')}
        value={versionId}
        onChange={(event) => onChange({ versionId: event.target.value })}
        margin="none"
        sx={{ width: 170 }}
      >
        {course.versions.map(({ id, number, status }) => (
          <MenuItem key={id} value={id}>
            {T('version_option', { number, status: translate(`resources.courses.status.${status}`) })}
          </MenuItem>
        ))}
      </TextField>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={tier}
        aria-label={T('tier')}
        onChange={(_event, value: Tier | null) => value && onChange({ tier: value })}
      >
        {TIERS.map((one) => (
          <ToggleButton key={one} value={one} sx={TOGGLE}>
            {translate(`tier.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={locale}
        aria-label={T('language')}
        onChange={(_event, value: Locale | null) => value && onChange({ locale: value })}
      >
        {(['zh-CN', 'en'] as const).map((one) => (
          <ToggleButton key={one} value={one} lang={one} sx={TOGGLE}>
            {translate(`locale.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
};

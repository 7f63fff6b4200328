import {
  Checkbox,
  FormControlLabel,
  FormGroup,
  Radio,
  RadioGroup,
  Skeleton,
  Typography,
} from '@mui/material';
import { useTranslate } from 'react-admin';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { TIERS } from '../../shared/TierChip.js';
import { useText } from '../../shared/useLocale.js';
import { useMe } from '../../shared/useMe.js';
import type { Draft } from './draft.js';
import { ProgramChoice } from './ProgramChoice.js';
import { useCourses } from '../useCourses.js';

interface Props {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}

export const StepWhat = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const { can } = useMe();
  const T = (key: string) => translate(`resources.audience-rules.what.${key}`);
  if (!can('programs', 'list')) return <Courses draft={draft} onChange={onChange} />;
  return (
    <>
      <RadioGroup
        row
        aria-label={translate('resources.audience-rules.step.what')}
        value={draft.what}
        onChange={(_event, value) => onChange({ what: value as Draft['what'] })}
        sx={{ mb: 1 }}
      >
        <FormControlLabel value="courses" control={<Radio />} label={T('courses')} />
        <FormControlLabel value="program" control={<Radio />} label={T('program')} />
      </RadioGroup>
      {draft.what === 'program' ? (
        <ProgramChoice draft={draft} onChange={onChange} />
      ) : (
        <Courses draft={draft} onChange={onChange} />
      )}
    </>
  );
};

const Courses = ({ draft, onChange }: Props) => {
  const translate = useTranslate();
  const textIn = useText();
  const { courses, isPending, error, refetch } = useCourses();
  const T = (key: string, values?: object) => translate(`resources.audience-rules.what.${key}`, values);
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rounded" height={240} />;
  if (courses.length === 0) return <Typography color="text.secondary">{T('none')}</Typography>;
  return (
    <>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {T('help')}
      </Typography>
      <FormGroup aria-label={translate('resources.audience-rules.fields.courses')} role="group">
        {courses.map((course) => (
          <FormControlLabel
            key={course.id}
            disabled={!course.publishedVersion}
            sx={{ alignItems: 'flex-start', py: 0.5 }}
            control={
              <Checkbox
                sx={{ mt: -0.75 }}
                checked={draft.courseIds.includes(course.id)}
                onChange={(_event, on) =>
                  onChange({
                    courseIds: on
                      ? [...draft.courseIds, course.id]
                      : draft.courseIds.filter((id) => id !== course.id),
                  })
                }
              />
            }
            label={
              <>
                <Typography component="span" sx={{ fontWeight: 600 }}>
                  {textIn(course.title)}
                </Typography>
                <Typography component="span" variant="body2" color="text.secondary" sx={{ display: 'block' }}>
                  {course.publishedVersion
                    ? T('version', { number: course.publishedVersion.number })
                    : T('unpublished')}
                  {' · '}
                  {TIERS.map(
                    (tier) =>
                      `${translate(`tier.${tier}`)} ${T('minutes', { minutes: course.minutes[tier] })}`,
                  ).join(' · ')}
                </Typography>
              </>
            }
          />
        ))}
      </FormGroup>
    </>
  );
};

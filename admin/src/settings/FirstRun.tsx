import CheckCircle from '@mui/icons-material/CheckCircle';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useFirstRun, useHasSeenCourses } from './useFirstRun.js';

/** The card of an installation that has not assigned anything yet; nothing once it has. */
export const FirstRun = () => {
  const translate = useTranslate();
  const steps = useFirstRun();
  const [, setSeenCourses] = useHasSeenCourses();
  if (!steps || steps.every((step) => step.isDone)) return null;
  const next = steps.find((step) => !step.isDone);
  return (
    <Card component="section" aria-labelledby="first-run" sx={{ p: 3, mb: 3 }}>
      <Typography id="first-run" variant="h6" component="h2">
        {translate('first_run.title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
        {translate('first_run.lead')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.5 }}>
        {steps.map((step) => (
          <Box component="li" key={step.name} sx={{ display: 'flex', gap: 1.5, alignItems: 'center' }}>
            {step.isDone ? (
              <CheckCircle color="success" titleAccess={translate('first_run.done')} />
            ) : (
              <RadioButtonUnchecked color={step === next ? 'primary' : 'disabled'} aria-hidden />
            )}
            <Box sx={{ flex: 1 }}>
              <Typography sx={{ fontWeight: 600 }}>{translate(`first_run.${step.name}`)}</Typography>
              <Typography variant="body2" color="text.secondary">
                {translate(`first_run.${step.name}_text`)}
              </Typography>
            </Box>
            {step.mayOpen && (
              <Button
                component={Link}
                to={step.to}
                onClick={() => step.name === 'course' && setSeenCourses(true)}
                variant={step === next ? 'contained' : 'text'}
                aria-label={`${translate('first_run.open')}: ${translate(`first_run.${step.name}`)}`}
              >
                {translate('first_run.open')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Card>
  );
};

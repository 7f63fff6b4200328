import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Checkbox, FormControlLabel, IconButton, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ReminderStep, Robot } from '../providers/contract.js';
import { WHENS, whenOf, withRole, withWhen, type When } from './draft.js';

const ROLES = ['learner', 'manager', 'hr', 'group'] as const;
const CHANNELS = ['inbox', 'email'] as const;

interface Props {
  step: ReminderStep;
  number: number;
  robots: readonly Robot[];
  disabled: boolean;
  onChange: (step: ReminderStep) => void;
  onRemove: () => void;
}

/** One step as a line of plain fields. */
export const StepRow = ({ step, number, robots, disabled, onChange, onRemove }: Props) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`reminders.${key}`, options);
  const when = whenOf(step);
  return (
    <Box
      role="group"
      aria-label={T('step', { number })}
      sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', py: 0.5 }}
    >
      <TextField
        type="number"
        size="small"
        label={T('days')}
        value={Math.abs(step.days)}
        disabled={disabled}
        onChange={(event) => onChange(withWhen(step, when, Number(event.target.value)))}
        slotProps={{ htmlInput: { min: when.startsWith('before') ? 1 : 0, max: 365 } }}
        sx={{ width: 96 }}
      />
      <TextField
        select
        size="small"
        label={T('when')}
        value={when}
        disabled={disabled}
        onChange={(event) => onChange(withWhen(step, event.target.value as When, Math.abs(step.days)))}
        sx={{ width: 260 }}
      >
        {WHENS.map((one) => (
          <MenuItem key={one} value={one}>
            {T(one)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        size="small"
        label={T('to')}
        value={step.to}
        disabled={disabled}
        onChange={(event) => onChange(withRole(step, event.target.value as ReminderStep['to']))}
        sx={{ width: 160 }}
      >
        {ROLES.map((one) => (
          <MenuItem key={one} value={one}>
            {T(`role.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {step.to === 'group' ? (
        <TextField
          select
          size="small"
          label={T('robots')}
          value={step.robotIds}
          disabled={disabled || robots.length === 0}
          helperText={robots.length === 0 ? T('no_robots') : undefined}
          onChange={(event) => onChange({ ...step, robotIds: event.target.value as unknown as string[] })}
          slotProps={{ select: { multiple: true } }}
          sx={{ width: 220 }}
        >
          {robots.map((robot) => (
            <MenuItem key={robot.id} value={robot.id}>
              {robot.name}
            </MenuItem>
          ))}
        </TextField>
      ) : (
        CHANNELS.map((channel) => (
          <FormControlLabel
            key={channel}
            label={T(channel)}
            disabled={disabled}
            control={
              <Checkbox
                checked={step.channels.includes(channel)}
                onChange={(_event, on) =>
                  onChange({
                    ...step,
                    channels: CHANNELS.filter((one) => (one === channel ? on : step.channels.includes(one))),
                  })
                }
              />
            }
          />
        ))
      )}
      {!disabled && (
        <IconButton onClick={onRemove} aria-label={T('remove_step', { number })} sx={{ ml: 'auto' }}>
          <DeleteOutlined />
        </IconButton>
      )}
    </Box>
  );
};

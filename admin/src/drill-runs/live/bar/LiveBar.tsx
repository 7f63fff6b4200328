import LockOutlined from '@mui/icons-material/LockOutlined';
import { Box, Button, Chip, IconButton, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { Confirm, useTranslate } from 'react-admin';
import { Link } from 'react-router';
import { useRoom } from '../DrillRoom.js';
import { useNow } from '../line/useDrill.js';
import { isOver, minutesBehind, scenarioNow } from '../line/scenarioTime.js';
import { standings } from '../people/standing.js';
import { useWords } from '../useWords.js';
import { JumpButton } from './JumpButton.js';
import { KeysSwitch } from './KeysSwitch.js';
import { PhaseField } from './PhaseField.js';
import { RateField } from './RateField.js';
import { StopButton } from './StopButton.js';

/** Always in view: what time it is in the scenario and against the plan, who is silent, and what moves the clock. */
export const LiveBar = ({ onLock }: { onLock: () => void }) => {
  const translate = useTranslate();
  const room = useRoom();
  const { stage, clock, state, may, can, act, runId } = room;
  const { T, textIn, time } = useWords(stage);
  const now = useNow();
  const [isEnding, setEnding] = useState(false);
  const at = scenarioNow(clock, now);
  const { status } = clock;
  const behind = minutesBehind(clock, now, { startedAt: stage.run.startedAt, planRate: state.planRate });
  const silent =
    status === 'running'
      ? standings(stage.seats, state.view, { deeds: state.deeds, now: at, rate: clock.rate }).filter(
          ({ isSilent }) => isSilent,
        ).length
      : 0;
  const pauseOrResume = () => {
    if (status === 'running') void act({ kind: 'pause' });
    if (status === 'paused') void act({ kind: 'resume' });
  };
  return (
    <Box
      sx={{
        display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 1, px: 2, py: 1,
        borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper',
      }} // prettier-ignore
    >
      <Box>
        <Typography
          component="p"
          sx={{ fontSize: 30, fontWeight: 680, lineHeight: 1.1, fontVariantNumeric: 'tabular-nums' }}
        >
          <Box component="time">{time(at, true)}</Box>
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {T('minute_of', { minute: Math.floor(at / 60), minutes: stage.durationMinutes })}
        </Typography>
      </Box>
      <Box sx={{ display: 'grid', gap: 0.25 }}>
        <Typography component="p" sx={{ fontWeight: 680 }} role="status">
          {T(`status.${status}`)}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {behind === null
            ? T('not_begun')
            : T(behind > 0 ? 'behind' : behind < 0 ? 'ahead' : 'on_plan', { minutes: Math.abs(behind) })}
        </Typography>
      </Box>
      <Typography variant="body2">
        {state.view.phase ? T('phase_is', { phase: textIn(state.view.phase.title) }) : T('no_phase')}
      </Typography>
      <Chip
        color={silent ? 'warning' : 'default'}
        variant={silent ? 'filled' : 'outlined'}
        label={T('silent', { smart_count: silent })}
      />
      {state.line !== 'open' && state.line !== 'over' && (
        <Chip color="error" variant="outlined" role="alert" label={T(`line.${state.line}`)} />
      )}
      <Chip variant="outlined" label={translate(`resources.drill-runs.role.${stage.me.role}`)} />
      <Box sx={{ flex: 1 }} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        {status === 'lobby' && may('start') && (
          <Button variant="contained" size="large" onClick={() => void act({ kind: 'start' })}>
            {T('start')}
          </Button>
        )}
        {can('pause') && (
          <Button
            variant={status === 'paused' ? 'contained' : 'outlined'}
            aria-keyshortcuts="p"
            onClick={pauseOrResume}
          >
            {T(status === 'paused' ? 'resume' : 'pause')}
          </Button>
        )}
        {can('set_rate') && <RateField />}
        {can('enter_phase') && <PhaseField />}
        {can('jump') && <JumpButton at={at} />}
        {may('end') && (
          <Button variant="outlined" onClick={() => setEnding(true)}>
            {T('end')}
          </Button>
        )}
        {may('stop') && <StopButton />}
        <KeysSwitch />
        <Tooltip title={T('lock')}>
          <IconButton onClick={onLock} aria-label={T('lock')}>
            <LockOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
        <Button component={Link} to={isOver(clock) ? `/drill-runs/${runId}/show` : '/'} color="inherit">
          {T('leave')}
        </Button>
      </Box>
      <Confirm
        isOpen={isEnding}
        title={T('end_title')}
        content={T('end_text')}
        confirm={T('end')}
        onConfirm={() => {
          setEnding(false);
          void act({ kind: 'end' });
        }}
        onClose={() => setEnding(false)}
      />
    </Box>
  );
};

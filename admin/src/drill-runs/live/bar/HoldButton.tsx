import { Box, Button, type ButtonProps } from '@mui/material';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslate } from 'react-admin';
import { HOLD_MS } from '../../../shared/useShortcut.js';
import { visuallyHidden } from '../../../shared/visuallyHidden.js';

interface Props extends Omit<ButtonProps, 'onClick'> {
  onConfirm: () => void;
}

/**
 * Does something only after being held for 0.8 s, with a pointer, Enter or the space bar. Speech input and switches
 * cannot hold: what they press asks once more instead.
 */
export const HoldButton = ({ onConfirm, children, ...props }: Props) => {
  const translate = useTranslate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isHeld, setHeld] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const wasHeld = useRef(false);
  const begin = () => {
    if (isHeld) return;
    wasHeld.current = true;
    setHeld(true);
    timer.current = setTimeout(() => {
      setHeld(false);
      setAsked(false);
      onConfirm();
    }, HOLD_MS);
  };
  const cancel = () => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const isKey = ({ key, nativeEvent }: KeyboardEvent) =>
    (key === 'Enter' || key === ' ') && !nativeEvent.isComposing;
  const press = () => {
    // A press that began with a pointer or a key has been dealt with above.
    if (wasHeld.current) wasHeld.current = false;
    else if (isAsked) onConfirm();
    else setAsked(true);
  };
  return (
    <Button
      {...props}
      onPointerDown={(event) => event.button === 0 && begin()}
      onPointerUp={cancel}
      onPointerLeave={cancel}
      onPointerCancel={cancel}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        if (!event.repeat) begin();
      }}
      onKeyUp={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        cancel();
        wasHeld.current = false;
      }}
      onBlur={cancel}
      onClick={press}
      sx={{ ...props.sx, position: 'relative', overflow: 'hidden', touchAction: 'none' }}
    >
      <Box
        aria-hidden
        sx={{
          position: 'absolute', inset: 0, transformOrigin: 'left', bgcolor: 'currentColor', opacity: 0.22,
          transform: isHeld ? 'scaleX(1)' : 'scaleX(0)', transition: isHeld ? `transform ${HOLD_MS}ms linear` : 'none',
        }} // prettier-ignore
      />
      {isAsked ? translate('drill.hold.again') : children}
      <span style={visuallyHidden}> {translate('drill.hold.hint')}</span>
    </Button>
  );
};

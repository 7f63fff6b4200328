import { Button, type ButtonProps } from '@mui/material';
import { HoldButton } from '../bar/HoldButton.js';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';
import type { Inject } from './eventRows.js';

interface Props {
  inject: Inject;
  size: ButtonProps['size'];
  /** Names what is sent, where several such buttons are near each other. */
  named?: boolean;
}

/** Sends an inject; what reaches everybody has to be held. */
export const SendButton = ({ inject, size, named = false }: Props) => {
  const { stage, fire, isFiring } = useRoom();
  const { T, textIn } = useWords(stage);
  const isForAll = inject.to === 'feed';
  const word = T(isForAll ? 'send_all' : 'send_now');
  const props = {
    size, variant: 'contained' as const, disabled: isFiring,
    ...(named && { 'aria-label': T('with_title', { action: word, title: textIn(inject.title) }) }),
  }; // prettier-ignore
  return isForAll ? (
    <HoldButton {...props} onConfirm={() => fire(inject)}>
      {word}
    </HoldButton>
  ) : (
    <Button {...props} onClick={() => fire(inject)}>
      {word}
    </Button>
  );
};

import { Alert, Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useRefresh, useTranslate } from 'react-admin';
import type { ChannelTest } from '../providers/contract.js';
import { useErrorText } from '../shared/useErrorText.js';
import { useFormat } from '../shared/useFormat.js';

/** What nobody answered: it is we who say so. */
const OURS = ['no_server', 'no_address'];

/** Sends a real message and shows the real answer, word for word. */
export const TestButton = ({ name, send }: { name: string; send: () => Promise<ChannelTest> }) => {
  const translate = useTranslate();
  const textOf = useErrorText();
  const format = useFormat();
  const refresh = useRefresh();
  const test = useMutation({ mutationFn: send, onSettled: () => refresh() });
  const T = (key: string, options?: object) => translate(`channels.${key}`, options);
  const { data } = test;
  const answer = data?.answer && T(`answer.${data.answer}`, { _: data.answer });
  return (
    // The answer takes a line of its own below whatever stands beside the button.
    <Box sx={{ display: 'contents' }}>
      <Button
        variant="outlined"
        size="small"
        loading={test.isPending}
        onClick={() => test.mutate()}
        aria-label={`${T('test')}: ${name}`}
      >
        {T('test')}
      </Button>
      <Box aria-live="polite" sx={{ order: 1, flexBasis: '100%', overflowWrap: 'anywhere' }}>
        {test.error && <Alert severity="error">{textOf(test.error)}</Alert>}
        {data?.ok && (
          <Alert severity="success">
            {T('test_ok')} {answer && T('test_answer', { text: answer })}
          </Alert>
        )}
        {data && !data.ok && data.waitUntil === null && (
          <Alert severity={OURS.includes(data.answer ?? '') ? 'info' : 'error'}>
            {OURS.includes(data.answer ?? '') ? answer : T('test_failed', { text: answer })}
          </Alert>
        )}
        {data?.waitUntil && (
          <Alert severity="warning">
            {T(data.answer === 'too_soon' ? 'test_too_soon' : 'test_wait', {
              when: format.instant(data.waitUntil),
              text: answer,
            })}
          </Alert>
        )}
      </Box>
    </Box>
  );
};

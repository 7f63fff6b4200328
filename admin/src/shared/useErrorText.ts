import { useCallback } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { ApiError } from '../providers/http.js';

/** The sentence for an error of the API, in the language of the person. */
export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) return translate('ra.message.error');
      if (error.code === 'auth.throttled' && error.retryAfterSeconds)
        return translate('sign_in.throttled', { minutes: Math.ceil(error.retryAfterSeconds / 60) });
      return translate(error.message, { _: translate('errors.server.fault') });
    },
    [translate],
  );
}

/** Shows an error of the API as a notification. */
export function useNotifyError(): (error: unknown) => void {
  const notify = useNotify();
  const textOf = useErrorText();
  return useCallback(
    (error: unknown) => notify(textOf(error), { type: 'error', autoHideDuration: 8000 }),
    [notify, textOf],
  );
}

import type { ErrorBody, ErrorCode } from '@readyroom/contract';
import { reportLost, reportReached } from '../connection.js';
import { learnServerTime } from '../time.js';
import { ApiError, LineLost } from './errors.js';

const TIMEOUT_MS = 20_000;

type Query = Record<string, string | undefined>;
interface Options {
  query?: Query;
  body?: object;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

/** Told when the session is over, or a password or the notice comes first; the app decides what to show. */
export const gate: { refused: (code: ErrorCode) => void } = { refused: () => undefined };
const GATES: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'auth.required',
  'auth.password_change_required',
  'auth.notice_required',
]);

const addressOf = (path: string, query: Query = {}): string => {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/api${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
};

async function refusalOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  const code = (body?.code ??
    (response.status >= 500 ? 'server.unavailable' : 'request.invalid')) as ErrorCode;
  const retryAfter = Number(response.headers.get('retry-after')) || null;
  return new ApiError(response.status, code, body?.details ?? [], retryAfter);
}

/** Asks the API. Throws `LineLost` when nobody answered and `ApiError` when the answer is no. */
async function ask<T>(
  method: string,
  path: string,
  { query, body, headers, timeoutMs = TIMEOUT_MS }: Options = {},
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(addressOf(path, query), {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    void reportLost();
    throw new LineLost();
  }
  reportReached();
  learnServerTime(response.headers.get('date') ?? '');
  if (!response.ok) {
    const refusal = await refusalOf(response);
    if (GATES.has(refusal.code)) gate.refused(refusal.code);
    throw refusal;
  }
  if (response.status === 204) return undefined as T;
  try {
    return (await response.json()) as T;
  } catch {
    // Cut off half-way.
    throw new LineLost();
  }
}

export const api = {
  get: <T>(path: string, query?: Query) => ask<T>('GET', path, { query }),
  post: <T>(path: string, body: object = {}, options: Omit<Options, 'body'> = {}) =>
    ask<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: object, options: Omit<Options, 'body'> = {}) =>
    ask<T>('PUT', path, { ...options, body }),
  patch: <T>(path: string, body: object) => ask<T>('PATCH', path, { body }),
};

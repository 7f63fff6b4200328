import type { ErrorBody, ErrorCode } from './contract.js';

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];
export type Query = Record<string, QueryValue>;

/**
 * An answer of the API that says no. Its message is the text key `errors.<code>`, which react-admin translates wherever
 * it shows an error by itself; `body.errors` puts the
 * same text at the fields that `details` names, in the shape react-admin forms understand. No import of react-admin:
 * the rules here are tested without it.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly body: { errors?: Record<string, string> };
  readonly code: ErrorCode | 'network';
  readonly details: NonNullable<ErrorBody['details']>;
  readonly retryAfterSeconds: number | null;

  constructor(
    body: Pick<ErrorBody, 'statusCode' | 'details'> & { code: string },
    retryAfter: number | null = null,
  ) {
    super(`errors.${body.code}`);
    this.status = body.statusCode;
    this.body = { errors: fieldErrors(body.code, body.details ?? []) };
    this.code = body.code as ErrorCode | 'network';
    this.details = body.details ?? [];
    this.retryAfterSeconds = retryAfter;
  }
}

/** Text key for each field named; nested paths of a list stay one key (`personIds.3` → `personIds`). */
export function fieldErrors(
  code: string,
  details: NonNullable<ErrorBody['details']>,
): Record<string, string> | undefined {
  const located = details.filter((detail) => detail.path);
  if (!located.length) return undefined;
  const text = code === 'request.invalid' ? 'errors.field' : `errors.${code}`;
  return Object.fromEntries(located.map((detail) => [detail.path.replace(/\.\d+.*$/, ''), text]));
}

/** `a=1&a=2&b=x`; empty values are left out, lists repeat their name. */
export function queryString(query: Query): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (typeof value === 'object') value.forEach((one) => parts.append(name, String(one)));
    else parts.append(name, String(value));
  }
  return parts.toString();
}

/** Address of an API route. `path` comes without `/api/`. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = queryString(query);
  return `/api/${path}${search && `?${search}`}`;
}

export interface RequestOptions {
  query?: Query;
  body?: object | FormData;
  signal?: AbortSignal;
  /** Gets through even when the page is left meanwhile. */
  keepalive?: boolean;
}

/** One call of the API by cookie session. Throws ApiError; a lost connection has code `network`. */
export async function request<T>(
  method: string,
  path: string,
  { query, body, signal, keepalive }: RequestOptions = {},
): Promise<T> {
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(apiUrl(path, query), {
      method,
      credentials: 'same-origin',
      headers: body && !isForm ? { 'content-type': 'application/json' } : {},
      body: body && (isForm ? body : JSON.stringify(body)),
      signal,
      keepalive,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError({ statusCode: 0, code: 'network' });
  }
  if (response.ok) return (response.status === 204 ? undefined : await readJson(response)) as T;
  const refusal = (await readJson(response)) as Partial<ErrorBody> | undefined;
  throw new ApiError(
    {
      statusCode: response.status,
      code: refusal?.code ?? 'server.fault',
      details: refusal?.details,
    },
    Number(response.headers.get('retry-after')) || null,
  );
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

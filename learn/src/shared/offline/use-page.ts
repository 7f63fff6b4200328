import type { Locale } from '@readyroom/contract';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, LineLost } from '../api/errors.js';
import { online } from '../connection.js';
import { useI18n } from '../i18n/i18n.js';
import { useSignedIn } from '../session/use-signed-in.js';
import type { Device } from './device.js';
import { rememberedPage, rememberPage, type KeptPage } from './page-memory.js';

/** A line this slow is treated like none: the copy on the device is shown until the answer comes. */
const PATIENCE_MS = 1_500;

export interface Page<T> {
  data: T | null;
  /** Set while a copy from the device is shown instead of what the server says now. */
  keptAt: number | null;
  error: Error | null;
  reload: () => void;
  /** Changes what is shown and kept, for what this device knows before the server does. */
  amend: (change: (data: T) => T) => void;
}
interface State<T> {
  resource: string;
  data: T | null;
  keptAt: number | null;
  error: Error | null;
}

const other = (locale: Locale): Locale => (locale === 'en' ? 'zh-CN' : 'en');
const pageKey = (resource: string, locale: Locale) => `page:${resource}@${locale}`;

/** The copy in this language, else in the other one: better than nothing without a line. */
const keptCopy = async <T>(device: Device, resource: string, locale: Locale) =>
  (await device.get<KeptPage<T>>(pageKey(resource, locale))) ??
  (await device.get<KeptPage<T>>(pageKey(resource, other(locale))));

/** Loads a page in the language of the person and keeps a copy for the time without a line. */
export function usePage<T>(resource: string, load: (locale: Locale) => Promise<T>): Page<T> {
  const { device } = useSignedIn();
  const { locale } = useI18n();
  const [state, setState] = useState<State<T>>(() => seen(resource, locale));
  const [round, setRound] = useState(0);
  const loader = useRef(load);
  loader.current = load;

  useEffect(() => {
    let current = true;
    let answered = false;
    const key = pageKey(resource, locale);
    setState((now) => (now.resource === resource && now.data ? now : seen(resource, locale)));
    const fallBack = async (error: Error | null) => {
      const copy = await keptCopy<T>(device, resource, locale);
      if (!current || (answered && !error)) return;
      setState((now) => {
        if (copy) return { resource, data: copy.value, keptAt: copy.keptAt, error: null };
        return now.data ? { ...now, keptAt: now.keptAt ?? Date.now() } : { ...now, error };
      });
    };
    const timer = setTimeout(() => {
      if (!rememberedPage(key)) void fallBack(null);
    }, PATIENCE_MS);
    loader
      .current(locale)
      .then(
        (data) => {
          answered = true;
          const page = { value: data, keptAt: Date.now() };
          rememberPage(key, page);
          void device.put(key, page).catch(() => undefined);
          if (current) setState({ resource, data, keptAt: null, error: null });
        },
        (error: Error) => {
          answered = true;
          if (error instanceof LineLost || (error instanceof ApiError && error.passing))
            return void fallBack(error);
          if (error instanceof ApiError) void device.remove(key).catch(() => undefined);
          if (current) setState({ resource, data: null, keptAt: null, error });
        },
      )
      .finally(() => clearTimeout(timer));
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [resource, locale, round, device]);

  const reload = useCallback(() => setRound((n) => n + 1), []);
  const missing = state.keptAt !== null || state.error instanceof LineLost;
  useEffect(
    () => (missing ? online.subscribe((reachable) => reachable && reload()) : undefined),
    [missing, reload],
  );

  const amend = useCallback(
    (change: (data: T) => T) =>
      setState((now) => {
        if (!now.data) return now;
        const data = change(now.data);
        const page = { value: data, keptAt: now.keptAt ?? Date.now() };
        rememberPage(pageKey(resource, locale), page);
        void device.put(pageKey(resource, locale), page).catch(() => undefined);
        return { ...now, data };
      }),
    [device, resource, locale],
  );
  // A page of another resource is never shown under this one's address.
  const shown = state.resource === resource ? state : seen<T>(resource, locale);
  return { data: shown.data, keptAt: shown.keptAt, error: shown.error, reload, amend };
}

/** Puts a page on the device that may be wanted when there is no line. What cannot be had now is simply not kept. */
export async function keepForLater(
  device: Device,
  resource: string,
  locale: Locale,
  load: (locale: Locale) => Promise<unknown>,
): Promise<void> {
  const key = pageKey(resource, locale);
  if (rememberedPage(key)) return;
  try {
    await device.put(key, { value: await load(locale), keptAt: Date.now() });
  } catch {
    // It will be asked for when it is opened.
  }
}

function seen<T>(resource: string, locale: Locale): State<T> {
  const page = rememberedPage<T>(pageKey(resource, locale));
  return { resource, data: page?.value ?? null, keptAt: null, error: null };
}

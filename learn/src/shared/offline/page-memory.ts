export interface KeptPage<T> {
  value: T;
  /** Milliseconds since 1970, by this device. */
  keptAt: number;
}

/** Pages seen since the app was opened: going back to one shows it at once. */
const memory = new Map<string, KeptPage<unknown>>();

export const rememberPage = <T>(key: string, page: KeptPage<T>): void => void memory.set(key, page);
export const rememberedPage = <T>(key: string): KeptPage<T> | undefined =>
  memory.get(key) as KeptPage<T> | undefined;
export const forgetPages = (): void => memory.clear();

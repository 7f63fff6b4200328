import type { OpenAttempt } from '@readyroom/contract';

/** An attempt just begun goes to its screen without being fetched again. */
let begun: OpenAttempt | null = null;

export const handOver = (attempt: OpenAttempt): void => {
  begun = attempt;
};
export function takeOver(id: string): OpenAttempt | null {
  const attempt = begun?.id === id ? begun : null;
  begun = null;
  return attempt;
}

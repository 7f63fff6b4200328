import type { DrillClock, DrillEvent, DrillStage } from '@readyroom/contract';
import type { Device } from '../../../shared/offline/device.js';

/** What a device keeps of a run, so that it can be read on after a reload without a line. */
export interface KeptRun {
  stage: DrillStage;
  events: DrillEvent[];
  clock: DrillClock | null;
  /** By the clock of the device, in milliseconds. */
  keptAt?: number;
}

/** The clock of a kept run now: scenario time went on while the page was away, as far as this device knows. */
export function clockSince(
  { clock, keptAt = 0 }: Pick<KeptRun, 'clock' | 'keptAt'>,
  now: number,
): DrillClock | null {
  if (clock?.status !== 'running' || keptAt === 0) return clock;
  return { ...clock, at: clock.at + (Math.max(0, now - keptAt) / 1000) * clock.rate };
}

const keyOf = (runId: string): string => `drill:${runId}`;

export const readRun = (device: Device, runId: string): Promise<KeptRun | undefined> =>
  device.get<KeptRun>(keyOf(runId)).catch(() => undefined);
export const keepRun = (device: Device, runId: string, run: KeptRun): Promise<void> =>
  device.put(keyOf(runId), run).catch(() => undefined);
export const forgetRun = (device: Device, runId: string): Promise<void> =>
  device.remove(keyOf(runId)).catch(() => undefined);

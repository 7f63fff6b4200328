import type { DrillClock, DrillEvent, DrillStage } from '@readyroom/contract';
import type { Device } from '../../../shared/offline/device.js';

/** What a device keeps of a run, so that it can be read on after a reload without a line. */
export interface KeptRun {
  stage: DrillStage;
  events: DrillEvent[];
  clock: DrillClock | null;
}

const keyOf = (runId: string): string => `drill:${runId}`;

export const readRun = (device: Device, runId: string): Promise<KeptRun | undefined> =>
  device.get<KeptRun>(keyOf(runId)).catch(() => undefined);
export const keepRun = (device: Device, runId: string, run: KeptRun): Promise<void> =>
  device.put(keyOf(runId), run).catch(() => undefined);
export const forgetRun = (device: Device, runId: string): Promise<void> =>
  device.remove(keyOf(runId)).catch(() => undefined);

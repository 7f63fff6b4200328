import {
  ControlAction,
  ObserverAction,
  PlayerAction,
  SystemAction,
  type LogEntry,
} from '@readyroom/contract';
import { z } from 'zod';
import { Complaint } from './complaint.js';

const Entry = z.object({
  seq: z.number().int(),
  at: z.number().int(),
  by: z.custom<LogEntry['by']>(
    (by) => typeof by === 'string' && /^(control|evaluator|system|seat:[a-z0-9-]+)$/.test(by),
  ),
  action: z.union([PlayerAction, ControlAction, ObserverAction, SystemAction]),
});

/** What replaying needs of the file that a run's log is exported to. */
const ExportedLog = z.object({
  run: z.object({
    seed: z.number().int(),
    engineVersion: z.string(),
    scenarioHash: z.string(),
    clock: z.object({ at: z.number() }),
  }),
  finalHash: z.string().nullable(),
  log: z.array(Entry),
});
export type ExportedLog = z.infer<typeof ExportedLog>;

/** @throws Complaint */
export function readLog(text: string): ExportedLog {
  try {
    return ExportedLog.parse(JSON.parse(text));
  } catch {
    throw new Complaint('The file after --log is not an exported log of a drill');
  }
}

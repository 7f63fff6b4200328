import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { EvidenceCheck } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';

interface Progress {
  isRunning: boolean;
  isDone: boolean;
  checked: number;
  lastSeq: number;
  fault: EvidenceCheck['fault'];
  error: Error | null;
}
const IDLE: Progress = { isRunning: false, isDone: false, checked: 0, lastSeq: 0, fault: null, error: null };

/** Has the server work out the hashes of all that is stored, part by part, up to the first that is wrong. */
export function useCheck() {
  const api = useDataProvider<ReadyroomDataProvider>();
  const [progress, setProgress] = useState(IDLE);
  const run = async (): Promise<void> => {
    setProgress({ ...IDLE, isRunning: true });
    try {
      let checked = 0;
      for (let from: number | null = 1; from !== null;) {
        const part: EvidenceCheck = await api.checkEvidence(from);
        checked += part.checked;
        from = part.nextSeq;
        const isDone = from === null;
        setProgress({
          ...IDLE,
          checked,
          lastSeq: part.lastSeq,
          fault: part.fault,
          isDone,
          isRunning: !isDone,
        });
      }
    } catch (error) {
      setProgress({ ...IDLE, error: error as Error });
    }
  };
  return { ...progress, start: () => void run() };
}

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './binaries.js';

/** When a process began, in ticks since boot; null where the system does not tell. Pids are used again, this is not. */
async function beginOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Marks the folder as used by this process; refuses while another living one uses it, because taking its database
 * away would be worse than not starting. Returns how to give the folder back.
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'owner');
  const [pid, begin] = (await readFile(file, 'utf8').catch(() => '')).trim().split(' ');
  const other = Number(pid);
  if (other && other !== process.pid && isAlive(other) && (await beginOf(other)) === (begin || null))
    throw new EmbeddedPostgresError(
      `The data folder ${folder} is already used by another Readyroom (process ${other}).`,
    );
  await writeFile(file, `${process.pid} ${(await beginOf(process.pid)) ?? ''}\n`);
  return () => rm(file, { force: true });
}

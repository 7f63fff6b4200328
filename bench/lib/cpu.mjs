import { readFileSync, readdirSync } from 'node:fs';

const TICKS = 100; // USER_HZ of every Linux that Node supports

/** pid, parent and CPU seconds (its own and of children it has waited for) of one process. */
function processOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [utime, stime, cutime, cstime] = fields.slice(11, 15).map(Number);
  return { pid, parent: Number(fields[1]), seconds: (utime + stime + cutime + cstime) / TICKS };
}

/** CPU seconds used so far by processes and all their descendants. */
export function cpuSeconds(...roots) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [processOf(Number(name))];
      } catch {
        return []; // ended while we looked
      }
    });
  const wanted = new Set(roots);
  for (let grew = true; grew;) {
    grew = false;
    for (const { pid, parent } of all)
      if (wanted.has(parent) && !wanted.has(pid)) grew = wanted.add(pid) && true;
  }
  return all.filter(({ pid }) => wanted.has(pid)).reduce((sum, { seconds }) => sum + seconds, 0);
}

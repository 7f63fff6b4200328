/** JSON with sorted keys and nothing between its parts: the same value is the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** Whether a value is nested deeper than anything that reads it wants to go. Asks without recursion. */
export function isDeeperThan(whole: unknown, limit: number): boolean {
  const waiting: [value: unknown, depth: number][] = [[whole, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= limit) return true;
    for (const one of Object.values(value)) waiting.push([one, depth + 1]);
  }
  return false;
}

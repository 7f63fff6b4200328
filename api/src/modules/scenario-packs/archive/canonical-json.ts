/** JSON with sorted keys and nothing between its parts: the same value is the same bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
}

/** What makes a value costly for whoever reads it: how deep it is nested, and how many parts it has. */
export function weightOf(whole: unknown, limits: { depth: number; values: number }): 'deep' | 'many' | null {
  // Without recursion, since depth is what it is afraid of.
  const waiting: [value: unknown, depth: number][] = [[whole, 0]];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (++values > limits.values) return 'many';
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= limits.depth) return 'deep';
    for (const one of Object.values(value)) waiting.push([one, depth + 1]);
  }
  return null;
}

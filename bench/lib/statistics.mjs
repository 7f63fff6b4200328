/** The value below which `share` of the numbers lie. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

export const median = (numbers) => percentile(numbers, 0.5);

/** Runs `task(i)` for i in 0 … count−1, `width` at a time, each of them waiting for its own (a closed loop). */
export async function closedLoop(count, width, task) {
  let next = 0;
  const loop = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: width }, loop));
}

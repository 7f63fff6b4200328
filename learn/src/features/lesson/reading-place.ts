/** The share of the window above which a block counts as reached. */
const READING_LINE = 0.45;

/**
 * Index of the block that is being read: the last one that begins above the reading line; the last of all when the
 * page cannot be scrolled further.
 */
export function blockBeingRead(tops: readonly number[], windowHeight: number, atEnd: boolean): number {
  if (atEnd) return Math.max(0, tops.length - 1);
  const line = windowHeight * READING_LINE;
  return Math.max(
    0,
    tops.findLastIndex((top) => top <= line),
  );
}

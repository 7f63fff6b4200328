import type { OpinionState, PerStance } from './input.js';
import { KERNEL_TABLE } from './tables/kernel-table.js';

const { max } = Math;
const KERNEL_UNIT = 1_000_000_000;
const MARK_UNIT = 1_000;
const UNIT = KERNEL_UNIT * MARK_UNIT;

/** Posts older than this bring about nothing any more. */
const KERNEL_MINUTES = KERNEL_TABLE.length;

/** Minutes that are reckoned together, so that history and kernel are read once for all of them. */
const BLOCK = 4;

/** Oldest first, so that it runs alongside the history; before it what is too old for a later minute of the block. */
const KERNEL = new Float64Array(BLOCK - 1 + KERNEL_MINUTES);
KERNEL.set([...KERNEL_TABLE].reverse(), BLOCK - 1);

/**
 * The history of a state in a form that is fast to read. It is no part of the state: a state that was copied or came
 * from JSON gets a new one with the same numbers. Weights and kernel are whole, so sums below 2^53 are exact anyway.
 */
interface Memory {
  /** Hostile, questioning, supportive weight of minute 0, of minute 1 ... */
  history: Float64Array;
  filled: number;
  /** Of the minutes of the present block: sums over all that was before the block, in the same layout. */
  readonly far: Float64Array;
  /** First minute of the present block; -1 before the first. */
  block: number;
  multiplyAdds: number;
}
const memories = new WeakMap<OpinionState, Memory>();

/**
 * Reactions per minute that the posts so far would bring about in the present minute if infectiousness were 1: the sum
 * over all past minutes of kernel times weight, for each stance.
 */
export function reactions(state: OpinionState): PerStance<number> {
  const memory = memoryOf(state);
  const inBlock = state.minute % BLOCK;
  const block = state.minute - inBlock;
  if (memory.block !== block) sumBefore(memory, block);
  const { far, history } = memory;
  let hostile = far[3 * inBlock]!;
  let questioning = far[3 * inBlock + 1]!;
  let supportive = far[3 * inBlock + 2]!;
  for (let m = block; m < state.minute; m++) {
    const k = KERNEL[KERNEL.length - state.minute + m]!;
    hostile += k * history[3 * m]!;
    questioning += k * history[3 * m + 1]!;
    supportive += k * history[3 * m + 2]!;
  }
  memory.multiplyAdds += 3 * inBlock;
  return { hostile: hostile / UNIT, questioning: questioning / UNIT, supportive: supportive / UNIT };
}

/** Multiplications with addition that `reactions` has made for this state since it was begun or copied. */
export const multiplyAddsOf = (state: OpinionState): number => memories.get(state)?.multiplyAdds ?? 0;

/**
 * The sums over everything before `block` for its four minutes a, b, c, d. From one past minute to the next the part of
 * the kernel that applies moves on by one: what was a's is b's, and one number is read.
 */
function sumBefore(memory: Memory, block: number): void {
  const { history, far } = memory;
  const start = max(0, block - KERNEL_MINUTES);
  // A declaration each: taken from one array they would be boxed, which is six times slower.
  let ha = 0;
  let hb = 0;
  let hc = 0;
  let hd = 0;
  let qa = 0;
  let qb = 0;
  let qc = 0;
  let qd = 0;
  let sa = 0;
  let sb = 0;
  let sc = 0;
  let sd = 0;
  let next = KERNEL.length - block + start;
  let kb = KERNEL[next - 1]!;
  let kc = KERNEL[next - 2]!;
  let kd = KERNEL[next - 3]!;
  for (let i = 3 * start; i < 3 * block; i += 3, next++) {
    const ka = KERNEL[next]!;
    const h = history[i]!;
    const q = history[i + 1]!;
    const s = history[i + 2]!;
    ha += ka * h;
    hb += kb * h;
    hc += kc * h;
    hd += kd * h;
    qa += ka * q;
    qb += kb * q;
    qc += kc * q;
    qd += kd * q;
    sa += ka * s;
    sb += kb * s;
    sc += kc * s;
    sd += kd * s;
    kd = kc;
    kc = kb;
    kb = ka;
  }
  far.set([ha, qa, sa, hb, qb, sb, hc, qc, sc, hd, qd, sd]);
  memory.block = block;
  memory.multiplyAdds += 3 * BLOCK * (block - start);
}

function memoryOf(state: OpinionState): Memory {
  const memory = memories.get(state) ?? {
    history: new Float64Array(3 * KERNEL_MINUTES),
    filled: 0,
    far: new Float64Array(3 * BLOCK),
    block: -1,
    multiplyAdds: 0,
  };
  memories.set(state, memory);
  const { hostile, questioning, supportive } = state.weights;
  while (memory.filled < state.minute) {
    const m = memory.filled++;
    if (3 * m === memory.history.length) memory.history = longer(memory.history);
    memory.history[3 * m] = hostile[m]!;
    memory.history[3 * m + 1] = questioning[m]!;
    memory.history[3 * m + 2] = supportive[m]!;
  }
  return memory;
}

function longer(list: Float64Array): Float64Array {
  const copy = new Float64Array(list.length * 2);
  copy.set(list);
  return copy;
}

import type { OpinionState, PerStance } from './input.js';
import { KERNEL_TABLE } from './tables/kernel-table.js';

const KERNEL_UNIT = 1_000_000_000;
const MARK_UNIT = 1_000;
const UNIT = KERNEL_UNIT * MARK_UNIT;

/** Posts older than this bring about nothing any more. */
const KERNEL_MINUTES = KERNEL_TABLE.length;

/** Oldest first, so that it runs alongside the history. */
const KERNEL = Float64Array.from(KERNEL_TABLE).reverse();

/**
 * The history of a state in a form that is fast to read. It is no part of the state: a state that was copied or came
 * from JSON gets a new one. Weights and kernel are whole numbers, so sums below 2^53 are exact in any order.
 */
interface Memory {
  hostile: Float64Array;
  questioning: Float64Array;
  supportive: Float64Array;
  filled: number;
  multiplyAdds: number;
}
const memories = new WeakMap<OpinionState, Memory>();

/**
 * Reactions per minute that the posts so far would bring about in the present minute if infectiousness were 1: the sum
 * over all past minutes of kernel times weight, for each stance.
 */
export function reactions(state: OpinionState): PerStance<number> {
  const memory = memoryOf(state);
  const { hostile, questioning, supportive } = memory;
  const end = state.minute;
  const start = Math.max(0, end - KERNEL_MINUTES);
  let age = KERNEL_MINUTES - (end - start);
  // Two sums for each stance: consecutive additions need not wait for each other.
  let h0 = 0;
  let h1 = 0;
  let q0 = 0;
  let q1 = 0;
  let s0 = 0;
  let s1 = 0;
  let m = start;
  for (; m + 1 < end; m += 2, age += 2) {
    const k0 = KERNEL[age]!;
    const k1 = KERNEL[age + 1]!;
    h0 += k0 * hostile[m]!;
    h1 += k1 * hostile[m + 1]!;
    q0 += k0 * questioning[m]!;
    q1 += k1 * questioning[m + 1]!;
    s0 += k0 * supportive[m]!;
    s1 += k1 * supportive[m + 1]!;
  }
  if (m < end) {
    const k = KERNEL[age]!;
    h0 += k * hostile[m]!;
    q0 += k * questioning[m]!;
    s0 += k * supportive[m]!;
  }
  memory.multiplyAdds += 3 * (end - start);
  return { hostile: (h0 + h1) / UNIT, questioning: (q0 + q1) / UNIT, supportive: (s0 + s1) / UNIT };
}

/** Multiplications with addition that `reactions` has made for this state since it was begun or copied. */
export const multiplyAddsOf = (state: OpinionState): number => memories.get(state)?.multiplyAdds ?? 0;

function memoryOf(state: OpinionState): Memory {
  const known = memories.get(state);
  const memory = known ?? {
    hostile: new Float64Array(KERNEL_MINUTES),
    questioning: new Float64Array(KERNEL_MINUTES),
    supportive: new Float64Array(KERNEL_MINUTES),
    filled: 0,
    multiplyAdds: 0,
  };
  if (!known) memories.set(state, memory);
  if (state.minute > memory.hostile.length) {
    memory.hostile = longer(memory.hostile);
    memory.questioning = longer(memory.questioning);
    memory.supportive = longer(memory.supportive);
  }
  for (; memory.filled < state.minute; memory.filled++) {
    memory.hostile[memory.filled] = state.weights.hostile[memory.filled]!;
    memory.questioning[memory.filled] = state.weights.questioning[memory.filled]!;
    memory.supportive[memory.filled] = state.weights.supportive[memory.filled]!;
  }
  return memory;
}

function longer(list: Float64Array): Float64Array {
  const copy = new Float64Array(list.length * 2);
  copy.set(list);
  return copy;
}

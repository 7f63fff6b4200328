export { branch, nextInt, nextUint32, nextUnit, pick, stream } from './stream.js';
export type { Stream } from './stream.js';
export { poisson } from './poisson.js';

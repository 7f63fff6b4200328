export { expMinus } from './exponential.js';
export { squareRoot } from './square-root.js';
export { between, quantise, roundHalfUp } from './rounding.js';

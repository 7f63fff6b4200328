export { canonicalJson } from '../archive/canonical-json.js';
export { makeKeyPair, signed } from '../archive/pack-keys.js';

// Stands in for fast-check in every test: properties start from one seed, so that a run of the tests is repeatable.
// READYROOM_TEST_SEED tries another; a property that names its own seed keeps it.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

fc.configureGlobal({ seed: Number(process.env.READYROOM_TEST_SEED ?? 20261127) });
module.exports = fc;

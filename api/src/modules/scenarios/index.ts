export { checkEverything } from './check/check-scenarios.js';
export { firstDangling } from './check/lint-scenario.js';
export { ScenarioImport, summaryOf } from './scenario-import.js';
export { ScenarioVersions } from './scenario-versions.js';
export { ScenarioNotFound, ScenarioVersionNotFound } from './scenarios.errors.js';
export { ScenariosModule } from './scenarios.module.js';
export { warningsOf } from './scenarios.read-model.js';
export { documentParts, ScenarioSource } from './source/scenario-source.js';
export { publishScenarioVersion, saveDraft } from './versions.repository.js';

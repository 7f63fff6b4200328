export { checkEverything } from './check/check-scenarios.js';
export { ScenarioImport, summaryOf } from './scenario-import.js';
export { ScenarioVersions } from './scenario-versions.js';
export { ScenariosModule } from './scenarios.module.js';
export { publishScenarioVersion, saveDraft } from './versions.repository.js';

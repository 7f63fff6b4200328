export { ScenarioPacksModule } from './scenario-packs.module.js';

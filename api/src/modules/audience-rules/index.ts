export { AudienceRulesModule } from './audience-rules.module.js';
export { AudienceRules } from './audience-rules.service.js';
export { Reconciliation } from './reconciliation.js';

export { AudienceRulesModule } from './audience-rules.module.js';
export { conditionSql, placing } from './condition.sql.js';
export { AudienceRules } from './audience-rules.service.js';
export { Reconciliation } from './reconciliation.js';

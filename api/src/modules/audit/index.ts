export { AuditModule } from './audit.module.js';
export { NOT_AUDITED } from './audited-routes.js';

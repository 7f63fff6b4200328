export { BriefingsModule } from './briefings.module.js';
export { checkTemplates } from './templates/check-templates.js';
export { BriefingTemplateImport } from './templates/template-import.js';

export { BriefingsModule } from './briefings.module.js';

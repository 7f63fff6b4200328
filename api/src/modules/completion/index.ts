export { CompletionModule } from './completion.module.js';

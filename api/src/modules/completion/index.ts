export { CompletionModule } from './completion.module.js';
export { completionRoot } from './completion-root.js';

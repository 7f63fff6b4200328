export { CompletionModule } from './completion.module.js';
export { completionRoot } from './completion-root.js';
export { CopyValues, Parameters, type Binding } from './binding.js';

export { checkContent, type Content, type ContentFile } from './check-content.js';
export type { Problem } from './problem.js';
export { readFolder } from './read-folder.js';

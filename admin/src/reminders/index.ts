export { RemindersPage } from './RemindersPage.js';

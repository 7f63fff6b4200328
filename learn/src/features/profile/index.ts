export { ProfileSheet } from './profile-sheet.js';

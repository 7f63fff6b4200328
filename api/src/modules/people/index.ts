export { nameInitials } from './name-initials.js';

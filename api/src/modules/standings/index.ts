export { refreshStandings } from './standings.js';

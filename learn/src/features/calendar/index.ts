export { CalendarScreen } from './calendar-screen.js';

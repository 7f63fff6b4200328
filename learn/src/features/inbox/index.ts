export { InboxScreen } from './inbox-screen.js';

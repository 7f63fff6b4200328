export { NoticeScreen } from './notice-screen.js';

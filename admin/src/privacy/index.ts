export { EraseButton } from './EraseButton.js';
export { NoticePage } from './NoticePage.js';
export { PrivacyPage } from './PrivacyPage.js';

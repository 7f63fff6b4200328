export { NotificationsModule } from './notifications.module.js';
export { Notifications } from './notifications.js';
export { Composers, type Composer, type Unwritten, type Written } from './composers.js';

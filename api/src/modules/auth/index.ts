export { AuthModule } from './auth.module.js';
export { Sessions, SESSION_COOKIE } from './sessions.js';
export { Credentials } from './credentials.js';
export { Throttle } from './throttle.js';
export { Throttled } from './auth.errors.js';

export { LinkScreen } from './link-screen.js';
export { PasswordScreen } from './password-screen.js';
export { SignInScreen } from './sign-in-screen.js';

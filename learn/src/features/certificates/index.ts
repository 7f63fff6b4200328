export { CertificatesScreen } from './certificates-screen.js';
export { VerifyScreen } from './verify-screen.js';

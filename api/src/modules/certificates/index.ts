export { issueCertificate } from './issue-certificate.js';

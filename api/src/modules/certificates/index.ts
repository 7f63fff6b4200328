export { CertificatesModule } from './certificates.module.js';
export { issueCertificate } from './issue-certificate.js';

import { CertificateList } from './CertificateList.js';

export const certificates = { list: CertificateList };

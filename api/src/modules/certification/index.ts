export { CertificationModule } from './certification.module.js';
export { Certifications } from './certifications.js';
export { CertificationExceptions } from './exceptions.service.js';
export { CertificationReadModel } from './certification.read-model.js';

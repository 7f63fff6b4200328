import { NotFound } from '../../platform/http/refusal.js';

export class CertificateNotFound extends NotFound {
  constructor() {
    super('certificate.not_found', 'There is no such certificate');
  }
}

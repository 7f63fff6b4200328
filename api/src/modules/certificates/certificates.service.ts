import { Injectable } from '@nestjs/common';
import type { CertificateVerification, IssuedCertificate, Locale } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { Throttle } from '../auth/index.js';
import { readCode } from './certificate-code.js';
import { drawCertificate } from './certificate-document.js';
import { CertificateNotFound } from './certificate.errors.js';
import { CertificatesReadModel } from './certificates.read-model.js';
import { maskName } from './mask-name.js';

/** What people do with certificates that are issued. */
@Injectable()
export class Certificates {
  constructor(
    private readonly database: Database,
    private readonly readModel: CertificatesReadModel,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /** The certificate as a PDF: for its holder, and for whoever may read certificates where the holder stands. */
  async print(actor: Actor, id: string, locale: Locale): Promise<{ code: string; pdf: Buffer }> {
    const scope = actor.permissions.has('certificate.read') ? actor.scopeDepartmentId : undefined;
    const certificate = await this.readModel.printable(id, actor.personId, scope);
    if (!certificate) throw new CertificateNotFound();
    return { code: certificate.code, pdf: await drawCertificate(certificate, locale) };
  }

  /** Revokes for good; of two who do so the first one's reason stands. */
  async revoke(actor: Actor, id: string, reason: string): Promise<IssuedCertificate> {
    return this.database.transaction(async (tx) => {
      if (!(await this.readModel.issued(id, actor.scopeDepartmentId, tx))) throw new CertificateNotFound();
      await tx.query(
        `UPDATE certificate SET revoked_at = $2, revoked_by = $3, revoked_reason = $4
         WHERE id = $1 AND revoked_at IS NULL`,
        [id, this.clock.now(), actor.personId, reason],
      );
      return (await this.readModel.issued(id, actor.scopeDepartmentId, tx))!;
    });
  }

  /** What anybody with the code may know. Guessing is throttled by address; a hit does not make up for misses. */
  async verify(typed: string, address: string): Promise<CertificateVerification> {
    await this.throttle.check([['code', address]]);
    const code = readCode(typed);
    const found = code ? await this.readModel.byCode(code) : null;
    if (!found) {
      await this.throttle.failed([['code', address]]);
      throw new CertificateNotFound();
    }
    return {
      code: found.code,
      valid: found.revokedAt === null,
      holder: maskName(found.holderName),
      organisation: found.organisation,
      courseTitle: found.courseTitle,
      tier: found.tier,
      issuedAt: found.issuedAt.toISOString(),
      revokedAt: found.revokedAt?.toISOString() ?? null,
    };
  }
}

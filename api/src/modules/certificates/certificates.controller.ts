import { Body, Controller, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CertificateList,
  CertificatePdfQuery,
  CertificatesQuery,
  CertificateVerification,
  IssuedCertificate,
  IssuedCertificateList,
  RevokeCertificateBody,
  Uuid,
} from '@readyroom/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { CertificatesReadModel } from './certificates.read-model.js';
import { Certificates } from './certificates.service.js';

@ApiTags('certificates')
@Controller()
export class CertificatesController {
  constructor(
    private readonly certificates: Certificates,
    private readonly readModel: CertificatesReadModel,
  ) {}

  @Route({
    id: 'listMyCertificates',
    method: 'GET',
    path: 'learn/certificates',
    returns: CertificateList,
    access: { can: 'learning.read' },
    summary: 'My certificates, the latest first',
  })
  async mine(@CurrentActor() actor: Actor): Promise<CertificateList> {
    const items = await this.readModel.ofPerson(actor.personId);
    return { items, total: items.length };
  }

  @Route({
    id: 'listCertificates',
    method: 'GET',
    path: 'certificates',
    returns: IssuedCertificateList,
    access: { can: 'certificate.read' },
    summary: 'Certificates of people in scope',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: CertificatesQuery }) query: z.infer<typeof CertificatesQuery>,
  ): Promise<z.infer<typeof IssuedCertificateList>> {
    return this.readModel.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'verifyCertificate',
    method: 'GET',
    path: 'certificates/verify/:code',
    returns: CertificateVerification,
    access: { public: true },
    summary: 'What anybody with the code may know; capitals and hyphens do not matter',
  })
  verify(@Param('code') code: string, @Req() request: FastifyRequest): Promise<CertificateVerification> {
    return this.certificates.verify(code, request.ip);
  }

  @Route({
    id: 'printCertificate',
    method: 'GET',
    path: 'certificates/:id/pdf',
    produces: ['application/pdf'],
    access: { can: 'learning.read' },
    summary: 'The document, for its holder and for readers of certificates in scope',
  })
  async print(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: CertificatePdfQuery }) query: z.infer<typeof CertificatePdfQuery>,
  ): Promise<StreamableFile> {
    const { code, pdf } = await this.certificates.print(actor, id, query.locale ?? actor.locale);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="certificate-${code}.pdf"`,
      length: pdf.length,
    });
  }

  @Route({
    id: 'revokeCertificate',
    method: 'POST',
    path: 'certificates/:id/revoke',
    status: 200,
    returns: IssuedCertificate,
    access: { can: 'certificate.revoke' },
    summary: 'Revoke for good, with a reason; the completion stays',
  })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: RevokeCertificateBody }) body: z.infer<typeof RevokeCertificateBody>,
  ): Promise<IssuedCertificate> {
    return this.certificates.revoke(actor, id, body.reason);
  }
}

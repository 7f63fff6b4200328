import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CertificationList, EndWaiverBody, RevokeBody, Uuid, WaiveBody } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { CertificationReadModel } from './certification.read-model.js';
import { CertificationExceptions } from './exceptions.service.js';

@ApiTags('certification')
@Controller()
export class CertificationController {
  constructor(
    private readonly readModel: CertificationReadModel,
    private readonly exceptions: CertificationExceptions,
  ) {}

  @Route({
    id: 'listMyPrograms',
    method: 'GET',
    path: 'learn/programs',
    returns: CertificationList,
    access: { can: 'learning.read' },
    summary: 'My programs: what is asked of me, by when, and what I hold',
  })
  async mine(@CurrentActor() actor: Actor): Promise<CertificationList> {
    return this.readModel.mine(actor.personId);
  }

  @Route({
    id: 'listCertificationsOfPerson',
    method: 'GET',
    path: 'people/:id/certifications',
    returns: CertificationList,
    access: { can: 'certification.read' },
    summary: 'Programs of a person in scope, with periods and waivers',
  })
  async ofPerson(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<CertificationList> {
    return this.readModel.list(id, actor.scopeDepartmentId);
  }

  @Route({
    id: 'waive',
    method: 'POST',
    path: 'people/:id/certifications/:programId/waivers',
    status: 200,
    returns: CertificationList,
    access: { can: 'certification.write' },
    summary: 'Waive a program for a person, or give more time, with the reason',
  })
  async waive(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('programId', { schema: Uuid }) programId: string,
    @Body({ schema: WaiveBody }) body: z.infer<typeof WaiveBody>,
  ): Promise<CertificationList> {
    await this.exceptions.waive(actor, id, programId, body);
    return this.ofPerson(actor, id);
  }

  @Route({
    id: 'endWaiver',
    method: 'POST',
    path: 'people/:id/certifications/:programId/waivers/:waiverId/end',
    status: 200,
    returns: CertificationList,
    access: { can: 'certification.write' },
    summary: 'End a waiver or extension today, with the reason',
  })
  async endWaiver(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('programId', { schema: Uuid }) programId: string,
    @Param('waiverId', { schema: Uuid }) waiverId: string,
    @Body({ schema: EndWaiverBody }) body: z.infer<typeof EndWaiverBody>,
  ): Promise<CertificationList> {
    await this.exceptions.endWaiver(actor, id, programId, waiverId, body);
    return this.ofPerson(actor, id);
  }

  @Route({
    id: 'revokeCertification',
    method: 'POST',
    path: 'people/:id/certifications/:programId/revoke',
    status: 200,
    returns: CertificationList,
    access: { can: 'certification.write' },
    summary: 'Take a valid certification back, with the reason; it is asked for again',
  })
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('programId', { schema: Uuid }) programId: string,
    @Body({ schema: RevokeBody }) body: z.infer<typeof RevokeBody>,
  ): Promise<CertificationList> {
    await this.exceptions.revoke(actor, id, programId, body);
    return this.ofPerson(actor, id);
  }
}

import { Body, Controller, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AskCorrectionBody,
  CorrectionAsked,
  ErasePersonBody,
  Erased,
  ErasurePreview,
  PersonalRegister,
  Retention,
  RetentionSettings,
  Uuid,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { sendFile, ZIP } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { Corrections } from './corrections.service.js';
import { Erasures } from './erasure/erasures.service.js';
import { OwnDataExport } from './own-data-export.js';
import { registerShown } from './register/register.js';
import { RetentionJob } from './retention.service.js';

@ApiTags('personal data')
@Controller()
export class PersonalDataController {
  constructor(
    private readonly ownData: OwnDataExport,
    private readonly corrections: Corrections,
    private readonly erasures: Erasures,
    private readonly retention: RetentionJob,
  ) {}

  @Route({
    id: 'exportMyPersonalData',
    method: 'GET',
    path: 'me/personal-data',
    produces: [ZIP],
    access: { can: 'me.read' },
    summary: 'Everything that is kept about whoever asks, as JSON and xlsx in a zip',
  })
  async takeAway(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await sendFile(reply, { ...(await this.ownData.zip(actor)), format: 'zip' });
  }

  @Route({
    id: 'askCorrection',
    method: 'POST',
    path: 'me/corrections',
    status: 201,
    returns: CorrectionAsked,
    access: { can: 'me.write' },
    summary: 'Tell HR what is wrong in one’s own data',
  })
  askCorrection(
    @CurrentActor() actor: Actor,
    @Body({ schema: AskCorrectionBody }) body: z.infer<typeof AskCorrectionBody>,
  ): Promise<CorrectionAsked> {
    return this.corrections.ask(actor, body.text);
  }

  @Route({
    id: 'getPersonalRegister',
    method: 'GET',
    path: 'personal-data/register',
    returns: PersonalRegister,
    access: { can: 'privacy.read' },
    summary: 'Every personal column of the database with purpose, basis, retention and what erasing does',
  })
  register(): PersonalRegister {
    return registerShown();
  }

  @Route({
    id: 'getRetention',
    method: 'GET',
    path: 'personal-data/retention',
    returns: Retention,
    access: { can: 'privacy.read' },
    summary: 'What is deleted after how long, what would go now, and who is proposed for erasure',
  })
  readRetention(@CurrentActor() actor: Actor): Promise<Retention> {
    return this.retention.state(actor.scopeDepartmentId);
  }

  @Route({
    id: 'saveRetention',
    method: 'PUT',
    path: 'personal-data/retention',
    returns: Retention,
    access: { can: 'privacy.write' },
    summary: 'Choose how long things are kept',
  })
  async saveRetention(
    @CurrentActor() actor: Actor,
    @Body({ schema: RetentionSettings }) body: z.infer<typeof RetentionSettings>,
  ): Promise<Retention> {
    await this.retention.save(body);
    return this.retention.state(actor.scopeDepartmentId);
  }

  @Route({
    id: 'runRetention',
    method: 'POST',
    path: 'personal-data/retention/run',
    status: 200,
    returns: Retention,
    access: { can: 'privacy.write' },
    summary: 'Delete now what would be deleted within the next hours',
  })
  async runRetention(@CurrentActor() actor: Actor): Promise<Retention> {
    await this.retention.run();
    return this.retention.state(actor.scopeDepartmentId);
  }

  @Route({
    id: 'previewErasure',
    method: 'GET',
    path: 'people/:id/erasure',
    returns: ErasurePreview,
    access: { can: 'person.erase' },
    summary: 'What erasing a person would change, what stays and why',
  })
  preview(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<ErasurePreview> {
    return this.erasures.preview(actor, id);
  }

  @Route({
    id: 'erasePerson',
    method: 'POST',
    path: 'people/:id/erasure',
    status: 200,
    returns: Erased,
    access: { can: 'person.erase' },
    summary: 'Replace everything a person can be recognised by; cannot be undone',
  })
  erase(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: ErasePersonBody }) body: z.infer<typeof ErasePersonBody>,
  ): Promise<Erased> {
    return this.erasures.erase(actor, id, body.employeeNo);
  }
}

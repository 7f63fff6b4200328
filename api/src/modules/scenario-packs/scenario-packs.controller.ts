import { Body, Controller, Param, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  PackDecisionBody,
  PackExportQuery,
  PackPreview,
  ScenarioPack,
  ScenarioPackDetail,
  ScenarioPackList,
  ScenarioPacksQuery,
  Uuid,
} from '@readyroom/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { sendFile, ZIP } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { uploadedFile } from '../../platform/http/uploaded-file.js';
import { BrokenPack } from './archive/pack-fault.js';
import { MAX_PACK_BYTES } from './archive/read-archive.js';
import { PackExports } from './pack-exports.service.js';
import { PackImports } from './pack-imports.service.js';
import { refusalOf } from './scenario-pack.errors.js';
import { ScenarioPacksRepository } from './scenario-packs.repository.js';

@ApiTags('scenario-packs')
@Controller()
export class ScenarioPacksController {
  constructor(
    private readonly database: Database,
    private readonly exports: PackExports,
    private readonly imports: PackImports,
    private readonly packs: ScenarioPacksRepository,
  ) {}

  @Route({
    id: 'previewScenarioPack',
    method: 'GET',
    path: 'scenario-versions/:id/pack/preview',
    returns: PackPreview,
    access: { can: 'scenario.read' },
    summary: 'What a pack would hold, and which names are replaced where',
  })
  preview(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PackExportQuery }) query: z.infer<typeof PackExportQuery>,
  ): Promise<PackPreview> {
    return this.exports.preview(id, query);
  }

  @Route({
    id: 'exportScenarioPack',
    method: 'GET',
    path: 'scenario-versions/:id/pack',
    produces: [ZIP],
    access: { can: 'scenario.read' },
    summary: 'A version as a signed pack for another organisation',
  })
  async export(
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: PackExportQuery }) query: z.infer<typeof PackExportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, content } = await this.exports.export(id, query);
    await sendFile(reply, { name, format: 'zip', content });
  }

  @Route({
    id: 'uploadScenarioPack',
    method: 'POST',
    path: 'scenario-packs',
    status: 201,
    returns: ScenarioPackDetail,
    access: { can: 'scenario.write' },
    summary: 'Upload a pack (up to 4 MB); its signature is checked, and it waits to be accepted',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ScenarioPackDetail> {
    const { name, bytes } = await uploadedFile(request, {
      bytes: MAX_PACK_BYTES,
      tooLarge: () => refusalOf(new BrokenPack('too_large')),
      unnamed: 'pack',
    });
    return this.imports.upload(actor, { name, bytes });
  }

  @Route({
    id: 'listScenarioPacks',
    method: 'GET',
    path: 'scenario-packs',
    returns: ScenarioPackList,
    access: { can: 'scenario.read' },
    summary: 'Packs that came in',
  })
  list(
    @Query({ schema: ScenarioPacksQuery }) query: z.infer<typeof ScenarioPacksQuery>,
  ): Promise<z.infer<typeof ScenarioPackList>> {
    return this.packs.list(this.database, query);
  }

  @Route({
    id: 'getScenarioPack',
    method: 'GET',
    path: 'scenario-packs/:id',
    returns: ScenarioPackDetail,
    access: { can: 'scenario.read' },
    summary: 'A pack with the scenario in it, also while it is in quarantine',
  })
  get(@Param('id', { schema: Uuid }) id: string): Promise<ScenarioPackDetail> {
    return this.imports.detail(id);
  }

  @Route({
    id: 'acceptScenarioPack',
    method: 'POST',
    path: 'scenario-packs/:id/accept',
    returns: ScenarioPack,
    access: { can: 'scenario.write' },
    summary: 'Make a pack of a trusted signer a draft',
  })
  accept(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<ScenarioPack> {
    return this.imports.accept(actor, id);
  }

  @Route({
    id: 'rejectScenarioPack',
    method: 'POST',
    path: 'scenario-packs/:id/reject',
    returns: ScenarioPack,
    access: { can: 'scenario.write' },
    summary: 'Put a pack aside that was not accepted, with a reason that is kept',
  })
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: PackDecisionBody }) { reason }: z.infer<typeof PackDecisionBody>,
  ): Promise<ScenarioPack> {
    return this.imports.reject(actor, id, reason);
  }

  @Route({
    id: 'reopenScenarioPack',
    method: 'POST',
    path: 'scenario-packs/:id/reopen',
    returns: ScenarioPack,
    access: { can: 'scenario.write' },
    summary: 'Take the rejection of a pack back',
  })
  reopen(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: PackDecisionBody }) { reason }: z.infer<typeof PackDecisionBody>,
  ): Promise<ScenarioPack> {
    return this.imports.reopen(actor, id, reason);
  }
}

import { Body, Controller, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DrillPhotoList, SendDrillPhotoBody, SentDrillPhoto, Uuid } from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Route } from '../../../platform/http/route.js';
import { DrillPhotos } from './drill-photos.service.js';

/** 1.5 MB are 2 MB as base64; a little more is read, so that the refusal can say what is too large. */
const BODY_LIMIT = 3 * 1024 * 1024;

@ApiTags('drill reports')
@Controller()
export class DrillPhotosController {
  constructor(private readonly photos: DrillPhotos) {}

  @Route({
    id: 'sendDrillPhoto',
    method: 'POST',
    path: 'drills/:id/photos',
    status: 200,
    returns: SentDrillPhoto,
    bodyLimit: BODY_LIMIT,
    access: { can: 'learning.write' },
    summary:
      'A photo of a moment, by evaluators, observers and controllers; late ones until the report is closed',
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SendDrillPhotoBody }) body: z.output<typeof SendDrillPhotoBody>,
  ): Promise<SentDrillPhoto> {
    return this.photos.add(actor, id, body);
  }

  @Route({
    id: 'listDrillPhotos',
    method: 'GET',
    path: 'drill-runs/:id/photos',
    returns: DrillPhotoList,
    access: { can: 'drill.read' },
    summary: 'Photos of a run by their moments, without the files',
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof DrillPhotoList>> {
    return { items: await this.photos.list(actor, id) };
  }

  @Route({
    id: 'getDrillPhotoFile',
    method: 'GET',
    path: 'drill-runs/:id/photos/:photoId/file',
    produces: ['image/jpeg', 'image/png', 'image/webp'],
    access: { can: 'drill.read' },
    summary: 'The photo itself',
  })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('photoId', { schema: Uuid }) photoId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mime, bytes } = await this.photos.file(actor, id, photoId);
    // Shown by pages of ours alone; opened by itself it is saved, and nothing in it runs.
    await reply
      .header('content-type', mime)
      .header('content-disposition', `attachment; filename="drill-photo-${photoId}.${mime.slice(6)}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(bytes);
  }
}

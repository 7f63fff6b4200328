import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ScoreDistributions, ScoreNumbersReceipt, Uuid } from '@readyroom/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { sendFile } from '../../../platform/http/attachment.js';
import { Route } from '../../../platform/http/route.js';
import { uploadedFile } from '../../../platform/http/uploaded-file.js';
import { ScoreNumbersTooLarge } from './score-numbers.errors.js';
import { ScoreNumbersService } from './score-numbers.service.js';

const MAX_BYTES = 256 * 1024;

@ApiTags('scenario-packs')
@Controller()
export class ScoreNumbersController {
  constructor(private readonly numbers: ScoreNumbersService) {}

  @Route({
    id: 'exportScoreNumbers',
    method: 'GET',
    path: 'scenarios/:id/score-numbers',
    produces: ['application/json'],
    access: { can: 'scenario.read' },
    summary: 'How runs of a scenario went here, as a signed file without anybody in it',
  })
  async export(@Param('id', { schema: Uuid }) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await this.numbers.export(id);
    await sendFile(reply, { name, format: 'json', content });
  }

  @Route({
    id: 'uploadScoreNumbers',
    method: 'POST',
    path: 'score-numbers',
    status: 201,
    returns: ScoreNumbersReceipt,
    access: { can: 'scenario.write' },
    summary: 'Upload the numbers of another organisation; they count when its key is trusted',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ScoreNumbersReceipt> {
    const { bytes } = await uploadedFile(request, {
      bytes: MAX_BYTES,
      tooLarge: () => new ScoreNumbersTooLarge(),
      unnamed: 'scores',
    });
    return this.numbers.import(actor, bytes);
  }

  @Route({
    id: 'getScoreDistributions',
    method: 'GET',
    path: 'scenarios/:id/score-distributions',
    returns: ScoreDistributions,
    access: { can: 'scenario.read' },
    summary: 'How runs of a scenario went in all organisations together, above a minimum of them',
  })
  distributions(@Param('id', { schema: Uuid }) id: string): Promise<ScoreDistributions> {
    return this.numbers.distributions(id);
  }
}

import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { MselImport, MselMapping, Uuid } from '@readyroom/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { sendFile, XLSX } from '../../../platform/http/attachment.js';
import { RequestInvalid } from '../../../platform/http/refusal.js';
import { Route } from '../../../platform/http/route.js';
import { uploadedFile } from '../../../platform/http/uploaded-file.js';
import { MselImports } from './msel-imports.service.js';
import { MselTooLarge } from './msel.errors.js';
import { MAX_FILE_BYTES } from './read-msel.js';

@ApiTags('scenarios')
@Controller()
export class MselController {
  constructor(private readonly imports: MselImports) {}

  @Route({
    id: 'exportMsel',
    method: 'GET',
    path: 'scenario-versions/:id/msel.xlsx',
    produces: [XLSX],
    access: { can: 'scenario.read' },
    summary: 'The list of injects and the contingency deck as a workbook',
  })
  async export(@Param('id', { schema: Uuid }) id: string, @Res() reply: FastifyReply): Promise<void> {
    const { name, content } = await this.imports.export(id);
    await sendFile(reply, { name, format: 'xlsx', content });
  }

  @Route({
    id: 'createMselImport',
    method: 'POST',
    path: 'scenarios/:id/msel-imports',
    status: 201,
    returns: MselImport,
    access: { can: 'scenario.write' },
    summary: 'Upload a list of injects (xlsx, up to 2 MB) and see what taking it over would do',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: { type: 'string', format: 'binary' },
        mapping: { type: 'string', description: 'JSON: heading → column, null leaves it out' },
      },
    },
  })
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Req() request: FastifyRequest,
  ): Promise<MselImport> {
    const { name, bytes, fields } = await uploadedFile(request, {
      bytes: MAX_FILE_BYTES,
      tooLarge: () => new MselTooLarge('The file is larger than 2 MB'),
      unnamed: 'msel',
    });
    return this.imports.preview(actor, id, { name, bytes, mapping: mappingOf(fields['mapping']) });
  }

  @Route({
    id: 'commitMselImport',
    method: 'POST',
    path: 'scenarios/:id/msel-imports/:importId/commit',
    returns: MselImport,
    access: { can: 'scenario.write' },
    summary: 'Make a previewed list a new draft of the scenario',
  })
  async commit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Param('importId', { schema: Uuid }) importId: string,
  ): Promise<MselImport> {
    return this.imports.commit(actor, id, importId);
  }
}

function mappingOf(text: string | undefined): MselMapping {
  if (text === undefined || text.trim() === '') return {};
  const parsed = MselMapping.safeParse(jsonOf(text));
  if (parsed.success) return parsed.data;
  throw new RequestInvalid(
    parsed.error.issues.map(({ path, message }) => ({
      path: ['mapping', ...path].map(String).join('.'),
      message,
    })),
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

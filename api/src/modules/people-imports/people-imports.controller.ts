import { Controller, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  ImportErrorsQuery,
  ImportRowErrorList,
  PeopleImport,
  PeopleImportList,
  PeopleImportsQuery,
  RosterFileQuery,
  Uuid,
} from '@readyroom/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { uploadedFile } from '../../platform/http/uploaded-file.js';
import { PeopleImportTooLarge } from './people-import.errors.js';
import { PeopleImports } from './people-imports.service.js';
import { errorsFile, templateFile, type RosterFileFormat } from './roster-files.js';

const TYPES: Record<RosterFileFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const FILES = ['text/csv', TYPES.xlsx];

@ApiTags('people')
@Controller('people-imports')
export class PeopleImportsController {
  constructor(private readonly imports: PeopleImports) {}

  @Route({
    id: 'listPeopleImports',
    method: 'GET',
    path: '',
    returns: PeopleImportList,
    access: { can: 'person.import' },
    summary: 'Uploaded rosters',
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PeopleImportsQuery }) query: z.infer<typeof PeopleImportsQuery>,
  ): Promise<z.infer<typeof PeopleImportList>> {
    return this.imports.list(actor, query);
  }

  @Route({
    id: 'createPeopleImport',
    method: 'POST',
    path: '',
    status: 201,
    returns: PeopleImport,
    access: { can: 'person.import' },
    summary: 'Upload a roster (CSV or xlsx, up to 20 MB) and see what committing it would do',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  async create(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PeopleImport> {
    const { name, bytes } = await uploadedFile(request, {
      tooLarge: () => new PeopleImportTooLarge('The file is larger than 20 MB'),
      unnamed: 'roster',
    });
    return this.imports.preview(actor, name, bytes);
  }

  @Route({
    id: 'getRosterTemplate',
    method: 'GET',
    path: 'template',
    produces: FILES,
    access: { can: 'person.import' },
    summary: 'An empty roster with headings and two example rows',
  })
  template(
    @CurrentActor() actor: Actor,
    @Query({ schema: RosterFileQuery }) { format, locale }: z.infer<typeof RosterFileQuery>,
  ): StreamableFile {
    return new StreamableFile(
      templateFile(format, locale ?? actor.locale),
      download(format, 'roster-template'),
    );
  }

  @Route({
    id: 'getPeopleImport',
    method: 'GET',
    path: ':id',
    returns: PeopleImport,
    access: { can: 'person.import' },
    summary: 'One uploaded roster',
  })
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<PeopleImport> {
    return this.imports.get(actor, id);
  }

  @Route({
    id: 'listPeopleImportErrors',
    method: 'GET',
    path: ':id/errors',
    returns: ImportRowErrorList,
    access: { can: 'person.import' },
    summary: 'What is wrong with the rows',
  })
  async errors(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: ImportErrorsQuery }) query: z.infer<typeof ImportErrorsQuery>,
  ): Promise<z.infer<typeof ImportRowErrorList>> {
    return this.imports.errors(actor, id, query);
  }

  @Route({
    id: 'exportPeopleImportErrors',
    method: 'GET',
    path: ':id/errors/export',
    produces: FILES,
    access: { can: 'person.import' },
    summary: 'The refused rows with line, column and reason as a file',
  })
  async exportErrors(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: RosterFileQuery }) { format, locale }: z.infer<typeof RosterFileQuery>,
  ): Promise<StreamableFile> {
    const refused = await this.imports.refusedRows(actor, id);
    return new StreamableFile(
      errorsFile(format, locale ?? actor.locale, refused),
      download(format, 'roster-errors'),
    );
  }

  @Route({
    id: 'commitPeopleImport',
    method: 'POST',
    path: ':id/commit',
    status: 200,
    returns: PeopleImport,
    access: { can: 'person.import' },
    summary: 'Carry out an import as previewed, as a whole',
  })
  async commit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<PeopleImport> {
    return this.imports.commit(actor, id);
  }
}

const download = (format: RosterFileFormat, name: string) => ({
  type: TYPES[format],
  disposition: `attachment; filename="${name}.${format}"`,
});

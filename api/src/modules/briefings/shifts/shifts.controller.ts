import { Body, Controller, Param, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import {
  CreateShiftBody,
  ImportShiftsBody,
  ListShiftsQuery,
  Roster,
  RosterQuery,
  Shift,
  ShiftFileQuery,
  ShiftFileReport,
  ShiftList,
  ShiftsImported,
  ShiftTemplateQuery,
  UpdateShiftBody,
  Uuid,
} from '@readyroom/contract';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Route } from '../../../platform/http/route.js';
import { uploadedFile } from '../../../platform/http/uploaded-file.js';
import { RosterReadModel } from './roster.read-model.js';
import { ShiftFileTooLarge } from './shift.errors.js';
import { ShiftFiles, shiftTemplate } from './shift-files.service.js';
import { Shifts } from './shifts.service.js';

const FILE = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: { file: { type: 'string', format: 'binary' } },
  },
};

@ApiTags('briefings')
@Controller('shifts')
export class ShiftsController {
  constructor(
    private readonly shifts: Shifts,
    private readonly files: ShiftFiles,
    private readonly readModel: RosterReadModel,
  ) {}

  @Route({
    id: 'listShifts',
    method: 'GET',
    path: '',
    returns: ShiftList,
    access: { can: 'briefing.read' },
    summary: 'Shifts that are not over, or who is on shift at one moment',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: ListShiftsQuery }) query: z.infer<typeof ListShiftsQuery>,
  ): Promise<z.infer<typeof ShiftList>> {
    return this.shifts.list(actor.scopeDepartmentId, query);
  }

  @Route({
    id: 'getRoster',
    method: 'GET',
    path: 'roster',
    returns: Roster,
    access: { can: 'briefing.read' },
    summary: 'The roster of some days, a line a person, and who is on shift now',
  })
  roster(@CurrentActor() actor: Actor, @Query({ schema: RosterQuery }) query: RosterQuery): Promise<Roster> {
    return this.readModel.roster(actor.scopeDepartmentId, query);
  }

  @Route({
    id: 'getShiftTemplate',
    method: 'GET',
    path: 'template',
    produces: ['text/csv'],
    access: { can: 'briefing.send' },
    summary: 'An empty roster file with headings and two example rows',
  })
  template(
    @CurrentActor() actor: Actor,
    @Query({ schema: ShiftTemplateQuery }) { locale }: z.infer<typeof ShiftTemplateQuery>,
  ): StreamableFile {
    return new StreamableFile(Buffer.from(shiftTemplate(locale ?? actor.locale)), {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="shift-template.csv"',
    });
  }

  @Route({
    id: 'createShift',
    method: 'POST',
    path: '',
    status: 201,
    returns: Shift,
    access: { can: 'briefing.send' },
    summary: 'Put one shift on the roster',
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateShiftBody }) body: CreateShiftBody,
  ): Promise<Shift> {
    return this.shifts.create(actor.scopeDepartmentId, body);
  }

  @Route({
    id: 'importShifts',
    method: 'POST',
    path: 'rows',
    status: 200,
    returns: ShiftsImported,
    access: { can: 'briefing.send' },
    summary: 'Write a roster from another system: who works from when to when',
  })
  import(
    @CurrentActor() actor: Actor,
    @Body({ schema: ImportShiftsBody }) body: ImportShiftsBody,
  ): Promise<ShiftsImported> {
    return this.shifts.import(actor.scopeDepartmentId, body);
  }

  @Route({
    id: 'checkShiftFile',
    method: 'POST',
    path: 'file/check',
    status: 200,
    returns: ShiftFileReport,
    access: { can: 'briefing.send' },
    summary:
      'What a roster file (CSV) holds, what is wrong with it, and what it would change; changes nothing',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  checkFile(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query({ schema: ShiftFileQuery }) query: z.infer<typeof ShiftFileQuery>,
  ): Promise<ShiftFileReport> {
    return this.read(actor, request, query, false);
  }

  @Route({
    id: 'importShiftFile',
    method: 'POST',
    path: 'file',
    status: 200,
    returns: ShiftFileReport,
    access: { can: 'briefing.send' },
    summary: 'Write a roster file (CSV) as a whole, when no row of it is wrong',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  importFile(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Query({ schema: ShiftFileQuery }) query: z.infer<typeof ShiftFileQuery>,
  ): Promise<ShiftFileReport> {
    return this.read(actor, request, query, true);
  }

  @Route({
    id: 'updateShift',
    method: 'PATCH',
    path: ':id',
    returns: Shift,
    access: { can: 'briefing.send' },
    summary: 'Change when a shift begins and ends',
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateShiftBody }) body: UpdateShiftBody,
  ): Promise<Shift> {
    return this.shifts.update(actor.scopeDepartmentId, id, body);
  }

  @Route({
    id: 'deleteShift',
    method: 'DELETE',
    path: ':id',
    access: { can: 'briefing.send' },
    summary: 'Take one shift off the roster',
  })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    await this.shifts.remove(actor.scopeDepartmentId, id);
  }

  private async read(
    actor: Actor,
    request: FastifyRequest,
    query: z.infer<typeof ShiftFileQuery>,
    commit: boolean,
  ): Promise<ShiftFileReport> {
    const file = await uploadedFile(request, {
      tooLarge: () => new ShiftFileTooLarge('The file is larger than 20 MB'),
      unnamed: 'shifts.csv',
    });
    return this.files.read(actor, file, query, commit);
  }
}

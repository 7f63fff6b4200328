import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ImportShiftsBody, ListShiftsQuery, ShiftList, ShiftsImported, Uuid } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { Shifts } from './shifts.service.js';

@ApiTags('briefings')
@Controller('shifts')
export class ShiftsController {
  constructor(private readonly shifts: Shifts) {}

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
    id: 'importShifts',
    method: 'POST',
    path: '',
    status: 200,
    returns: ShiftsImported,
    access: { can: 'briefing.send' },
    summary: 'Write a roster: who works from when to when',
  })
  import(
    @CurrentActor() actor: Actor,
    @Body({ schema: ImportShiftsBody }) body: ImportShiftsBody,
  ): Promise<ShiftsImported> {
    return this.shifts.import(actor.scopeDepartmentId, body);
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
}

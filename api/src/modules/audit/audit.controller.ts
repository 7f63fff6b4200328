import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditList, AuditQuery, RecordedPeopleQuery, RecordedPersonList } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { AuditReadModel } from './audit.read-model.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditReadModel) {}

  @Route({
    id: 'listAudit',
    method: 'GET',
    path: '',
    returns: AuditList,
    access: { can: 'audit.read' },
    summary: 'Who changed what, and who looked at whose results',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: AuditQuery }) query: z.infer<typeof AuditQuery>,
  ): Promise<z.infer<typeof AuditList>> {
    return this.audit.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'listRecordedPeople',
    method: 'GET',
    path: 'people',
    returns: RecordedPersonList,
    access: { can: 'audit.read' },
    summary: 'People by name, to filter the trail and evidence by them',
  })
  people(
    @CurrentActor() actor: Actor,
    @Query({ schema: RecordedPeopleQuery }) query: z.infer<typeof RecordedPeopleQuery>,
  ): Promise<z.infer<typeof RecordedPersonList>> {
    return this.audit.people(query, actor.scopeDepartmentId);
  }
}

import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  PersonReadiness,
  Readiness,
  ReadinessBoard,
  ReadinessBoardQuery,
  ReadinessPeopleQuery,
  ReadinessPersonList,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { ReadinessGroupsReadModel } from './readiness-groups.read-model.js';
import { ReadinessReadModel } from './readiness.read-model.js';

@ApiTags('readiness')
@Controller()
export class ReadinessController {
  constructor(
    private readonly readiness: ReadinessReadModel,
    private readonly groups: ReadinessGroupsReadModel,
  ) {}

  @Route({
    id: 'getMyReadiness',
    method: 'GET',
    path: 'learn/readiness',
    returns: Readiness,
    access: { can: 'learning.read' },
    summary: 'My own readiness and what it rests on',
  })
  mine(@CurrentActor() actor: Actor): Promise<Readiness> {
    return this.readiness.mine(actor.personId);
  }

  @Route({
    id: 'getReadinessBoard',
    method: 'GET',
    path: 'readiness/board',
    returns: ReadinessBoard,
    access: { can: 'readiness.read' },
    summary: 'Readiness by department, tier and crisis type',
  })
  board(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReadinessBoardQuery }) query: z.infer<typeof ReadinessBoardQuery>,
  ): Promise<ReadinessBoard> {
    return this.groups.board(query, actor.scopeDepartmentId, actor.permissions.has('readiness.read_people'));
  }

  @Route({
    id: 'listReadinessPeople',
    method: 'GET',
    path: 'readiness/people',
    returns: ReadinessPersonList,
    access: { can: 'readiness.read_people' },
    summary: 'The people behind the board',
  })
  people(
    @CurrentActor() actor: Actor,
    @Query({ schema: ReadinessPeopleQuery }) query: z.infer<typeof ReadinessPeopleQuery>,
  ): Promise<z.infer<typeof ReadinessPersonList>> {
    return this.groups.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'getPersonReadiness',
    method: 'GET',
    path: 'readiness/people/:id',
    returns: PersonReadiness,
    access: { can: 'readiness.read_people' },
    summary: 'Readiness of a person and what it rests on',
  })
  person(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<PersonReadiness> {
    return this.readiness.ofPerson(id, actor.scopeDepartmentId);
  }
}

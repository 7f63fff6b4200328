import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Team, TeamQuery, TeamReminder, Uuid } from '@readyroom/contract';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { TeamReadModel } from './team.read-model.js';
import { TeamReminders } from './team-reminders.service.js';

/** Needs no right of its own: who reports to nobody sees an empty team. */
@ApiTags('team')
@Controller('learn/team')
export class TeamController {
  constructor(
    private readonly readModel: TeamReadModel,
    private readonly reminders: TeamReminders,
  ) {}

  @Route({
    id: 'listMyTeam',
    method: 'GET',
    path: '',
    returns: Team,
    access: { can: 'learning.read' },
    summary: 'Where my reports stand, the most urgent first',
  })
  team(@CurrentActor() actor: Actor, @Query({ schema: TeamQuery }) query: TeamQuery): Promise<Team> {
    return this.readModel.team(actor.personId, query);
  }

  @Route({
    id: 'remindTeamMember',
    method: 'POST',
    path: ':personId/remind',
    status: 200,
    returns: TeamReminder,
    access: { can: 'learning.write' },
    summary: 'Remind one of my reports; once a day and person, whoever of their managers asks',
  })
  remind(
    @CurrentActor() actor: Actor,
    @Param('personId', { schema: Uuid }) personId: string,
  ): Promise<TeamReminder> {
    return this.reminders.remind(actor.personId, personId);
  }
}

import { Controller, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DrillWall, DrillWallLink, Uuid, WallToken } from '@readyroom/contract';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { DrillWallReadModel } from './drill-wall.read-model.js';
import { WallLinks } from './wall-links.js';

@ApiTags('drill walls')
@Controller()
export class DrillWallsController {
  constructor(
    private readonly walls: DrillWallReadModel,
    private readonly links: WallLinks,
  ) {}

  @Route({
    id: 'getDrillWall',
    method: 'GET',
    path: 'drill-runs/:id/wall',
    returns: DrillWall,
    access: { can: 'drill.read' },
    summary: 'What a projector shows: no names, no scores',
  })
  wall(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillWall> {
    return this.walls.wallFor(actor, id);
  }

  @Route({
    id: 'makeDrillWallLink',
    method: 'POST',
    path: 'drill-runs/:id/wall-link',
    status: 200,
    returns: DrillWallLink,
    access: { can: 'drill.run' },
    summary: 'A link to the wall for a screen where nobody is signed in; the former one works no more',
  })
  link(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillWallLink> {
    return this.links.make(actor, id);
  }

  @Route({
    id: 'withdrawDrillWallLink',
    method: 'DELETE',
    path: 'drill-runs/:id/wall-link',
    access: { can: 'drill.run' },
    summary: 'The link to the wall works no more',
  })
  withdraw(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    return this.links.withdraw(actor, id);
  }

  @Route({
    id: 'openDrillWall',
    method: 'GET',
    path: 'drill-walls/:token',
    returns: DrillWall,
    access: { public: true },
    summary: 'The wall, by its link, until a day after the end',
  })
  async open(
    @Param('token', { schema: WallToken }) token: string,
    @Req() request: FastifyRequest,
  ): Promise<DrillWall> {
    return this.walls.wall(await this.links.open(token, request.ip));
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChannelTest, CreateRobotBody, Robot, RobotList, UpdateRobotBody, Uuid } from '@readyroom/contract';
import type { z } from 'zod';
import { Route } from '../../../platform/http/route.js';
import { Robots } from './robots.service.js';

@ApiTags('robots')
@Controller('robots')
export class RobotsController {
  constructor(private readonly robots: Robots) {}

  @Route({
    id: 'listRobots',
    method: 'GET',
    path: '',
    returns: RobotList,
    access: { can: 'delivery.read' },
    summary: 'Robots of group chats, with what waits for them; never their addresses or secrets',
  })
  async list(): Promise<z.infer<typeof RobotList>> {
    const items = await this.robots.list();
    return { items, total: items.length };
  }

  @Route({
    id: 'createRobot',
    method: 'POST',
    path: '',
    status: 201,
    returns: Robot,
    access: { can: 'channel.write' },
    summary: 'Add a robot by its address on the public internet',
  })
  create(@Body({ schema: CreateRobotBody }) body: z.infer<typeof CreateRobotBody>): Promise<Robot> {
    return this.robots.create(body);
  }

  @Route({
    id: 'updateRobot',
    method: 'PATCH',
    path: ':id',
    returns: Robot,
    access: { can: 'channel.write' },
    summary: 'Change a robot; what is left out stays',
  })
  update(
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateRobotBody }) body: z.infer<typeof UpdateRobotBody>,
  ): Promise<Robot> {
    return this.robots.update(id, body);
  }

  @Route({
    id: 'deleteRobot',
    method: 'DELETE',
    path: ':id',
    access: { can: 'channel.write' },
    summary: 'Remove a robot; its address and secret are wiped, the log keeps its name',
  })
  async remove(@Param('id', { schema: Uuid }) id: string): Promise<void> {
    await this.robots.remove(id);
  }

  @Route({
    id: 'testRobot',
    method: 'POST',
    path: ':id/test',
    status: 200,
    returns: ChannelTest,
    access: { can: 'channel.write' },
    summary: 'Send a test message now and say what the far side answered',
  })
  test(@Param('id', { schema: Uuid }) id: string): Promise<ChannelTest> {
    return this.robots.test(id);
  }
}

import { Controller, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarFeedLink, CalendarFile, MyCalendar, Uuid } from '@readyroom/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Route } from '../../../platform/http/route.js';
import { Calendars } from './calendars.service.js';

const ICS = 'text/calendar; charset=utf-8';

@ApiTags('calendar')
@Controller()
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Route({
    id: 'getMyCalendar',
    method: 'GET',
    path: 'learn/calendar',
    returns: MyCalendar,
    access: { can: 'learning.read' },
    summary: 'Drills planned with the signed-in person',
  })
  mine(@CurrentActor() actor: Actor): Promise<MyCalendar> {
    return this.calendars.mine(actor);
  }

  @Route({
    id: 'rotateMyCalendarFeed',
    method: 'POST',
    path: 'learn/calendar/feed',
    status: 201,
    returns: CalendarFeedLink,
    access: { can: 'learning.write' },
    summary: 'A new secret address of the calendar feed; the former one stops working',
  })
  async rotate(@CurrentActor() actor: Actor): Promise<z.infer<typeof CalendarFeedLink>> {
    return { url: await this.calendars.rotate(actor) };
  }

  @Route({
    id: 'downloadCalendarEntry',
    method: 'GET',
    path: 'learn/calendar/:occurrenceId/file',
    produces: ['text/calendar'],
    access: { can: 'learning.read' },
    summary: 'One planned drill as a calendar file',
  })
  async file(
    @CurrentActor() actor: Actor,
    @Param('occurrenceId', { schema: Uuid }) occurrenceId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.calendars.file(actor, occurrenceId);
    await reply
      .header('content-type', ICS)
      .header('content-disposition', 'attachment; filename="drill.ics"')
      .send(content);
  }

  @Route({
    id: 'readCalendar',
    method: 'GET',
    path: 'calendar/:file',
    produces: ['text/calendar'],
    access: { public: true },
    summary: 'The calendar feed of a person, by its secret address',
  })
  async read(
    @Param('file', { schema: CalendarFile }) file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.calendars.feed(file.replace(/\.ics$/, ''), request.ip);
    await reply.header('content-type', ICS).send(content);
  }
}

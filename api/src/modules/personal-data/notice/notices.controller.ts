import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AcceptNoticeBody, MyNotice, PrivacyNotices, PublishNoticeBody } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { Route } from '../../../platform/http/route.js';
import { Notices } from './notices.service.js';

@ApiTags('personal data')
@Controller()
export class NoticesController {
  constructor(private readonly notices: Notices) {}

  @Route({
    id: 'getMyNotice',
    method: 'GET',
    path: 'me/notice',
    returns: MyNotice,
    access: { can: 'me.read' },
    summary: 'The notice on personal data, and whether it is accepted',
  })
  mine(@CurrentActor() actor: Actor): Promise<MyNotice> {
    return this.notices.mine(actor);
  }

  @Route({
    id: 'acceptMyNotice',
    method: 'POST',
    path: 'me/notice/accept',
    status: 200,
    returns: MyNotice,
    access: { can: 'me.write' },
    summary: 'Accept the notice that was read',
  })
  accept(
    @CurrentActor() actor: Actor,
    @Body({ schema: AcceptNoticeBody }) body: z.infer<typeof AcceptNoticeBody>,
  ): Promise<MyNotice> {
    return this.notices.accept(actor, body.version, body.locale);
  }

  @Route({
    id: 'listPrivacyNotices',
    method: 'GET',
    path: 'privacy-notices',
    returns: PrivacyNotices,
    access: { can: 'privacy.read' },
    summary: 'All versions of the notice, newest first, and how many accepted them',
  })
  list(): Promise<PrivacyNotices> {
    return this.notices.list();
  }

  @Route({
    id: 'publishPrivacyNotice',
    method: 'POST',
    path: 'privacy-notices',
    status: 201,
    returns: PrivacyNotices,
    access: { can: 'privacy.write' },
    summary: 'Publish the next version; everybody is asked to accept it',
  })
  publish(
    @CurrentActor() actor: Actor,
    @Body({ schema: PublishNoticeBody }) body: z.infer<typeof PublishNoticeBody>,
  ): Promise<PrivacyNotices> {
    return this.notices.publish(actor, body);
  }
}

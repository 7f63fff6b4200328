import { Controller, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListMailsQuery, MailList } from '@readyroom/contract';
import type { z } from 'zod';
import { Route } from '../../platform/http/route.js';
import { MailsReadModel } from './mails.read-model.js';

@ApiTags('mails')
@Controller('mails')
export class MailsController {
  constructor(private readonly mails: MailsReadModel) {}

  @Route({
    id: 'listMails',
    method: 'GET',
    path: '',
    returns: MailList,
    access: { can: 'mail.read' },
    summary: 'Mails that went out, wait, failed, or are kept because they could not be sent',
  })
  list(
    @Query({ schema: ListMailsQuery }) query: z.infer<typeof ListMailsQuery>,
  ): Promise<z.infer<typeof MailList>> {
    return this.mails.list(query);
  }
}

import { Module } from '@nestjs/common';
import { MailsController } from './mails.controller.js';
import { MailsReadModel } from './mails.read-model.js';

@Module({ controllers: [MailsController], providers: [MailsReadModel] })
export class MailsModule {}

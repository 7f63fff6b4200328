import { Module } from '@nestjs/common';
import { QuestionsController } from './questions.controller.js';
import { QuestionsReadModel } from './questions.read-model.js';

@Module({ controllers: [QuestionsController], providers: [QuestionsReadModel] })
export class QuestionsModule {}

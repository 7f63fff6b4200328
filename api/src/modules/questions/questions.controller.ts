import { Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { QuestionDetail, QuestionList, QuestionsQuery, TopicList, Uuid } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { QuestionNotFound } from './questions.errors.js';
import { QuestionsReadModel } from './questions.read-model.js';

@ApiTags('questions')
@Controller()
export class QuestionsController {
  constructor(private readonly readModel: QuestionsReadModel) {}

  @Route({
    id: 'listTopics',
    method: 'GET',
    path: 'topics',
    returns: TopicList,
    access: { can: 'question.read' },
    summary: 'Topics of the question bank, in order',
  })
  async topics(): Promise<z.infer<typeof TopicList>> {
    return this.readModel.topics();
  }

  @Route({
    id: 'listQuestions',
    method: 'GET',
    path: 'questions',
    returns: QuestionList,
    access: { can: 'question.read' },
    summary: 'The question bank with results',
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: QuestionsQuery }) query: z.infer<typeof QuestionsQuery>,
  ): Promise<z.infer<typeof QuestionList>> {
    return this.readModel.list(actor, query);
  }

  @Route({
    id: 'getQuestion',
    method: 'GET',
    path: 'questions/:id',
    returns: QuestionDetail,
    access: { can: 'question.read' },
    summary: 'A question with its key, rationale and results',
  })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<QuestionDetail> {
    const question = await this.readModel.detail(actor, id);
    if (!question) throw new QuestionNotFound();
    return question;
  }
}

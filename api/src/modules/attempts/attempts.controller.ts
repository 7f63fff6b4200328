import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  AttemptResult,
  OpenAttempt,
  SaveAnswersBody,
  SavedAnswers,
  StartAttemptQuery,
  SubmitAttemptBody,
  Uuid,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { RequestInvalid } from '../../platform/http/refusal.js';
import { Route } from '../../platform/http/route.js';
import { AttemptStart, type Started } from './attempt-start.service.js';
import { Attempts } from './attempts.service.js';

const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,64}$/)
  .optional();

@ApiTags('attempts')
@Controller('learn')
export class AttemptsController {
  constructor(
    private readonly starts: AttemptStart,
    private readonly attempts: Attempts,
  ) {}

  @Route({
    id: 'startAttempt',
    method: 'POST',
    path: 'quizzes/:quizId/attempts',
    status: 201,
    returns: OpenAttempt,
    access: { can: 'learning.write' },
    summary: 'Begin the next attempt; 200 and the open one when there is one',
  })
  async start(
    @CurrentActor() actor: Actor,
    @Param('quizId', { schema: Uuid }) quizId: string,
    @Query({ schema: StartAttemptQuery }) { courseId }: z.infer<typeof StartAttemptQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.starts.start(actor.personId, courseId, quizId));
  }

  @Route({
    id: 'getAttempt',
    method: 'GET',
    path: 'attempts/:id',
    returns: OpenAttempt,
    access: { can: 'learning.read' },
    summary: 'An open attempt with its questions and the answers saved so far',
  })
  read(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<OpenAttempt> {
    return this.attempts.read(actor.personId, id);
  }

  @Route({
    id: 'saveAnswers',
    method: 'PUT',
    path: 'attempts/:id/answers',
    returns: SavedAnswers,
    access: { can: 'learning.write' },
    summary: 'Save answers while working; older ones never replace newer ones',
  })
  save(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SaveAnswersBody }) body: SaveAnswersBody,
  ): Promise<SavedAnswers> {
    return this.attempts.save(actor.personId, id, body);
  }

  @Route({
    id: 'submitAttempt',
    method: 'POST',
    path: 'attempts/:id/submit',
    status: 200,
    returns: AttemptResult,
    access: { can: 'learning.write' },
    summary: 'Hand in; the answers that come along count. Repeating it gives the same result',
  })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: '8 to 64 visible ASCII characters naming this request',
  })
  submit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: SubmitAttemptBody }) { answers = [] }: z.infer<typeof SubmitAttemptBody>,
    @Headers('idempotency-key') header?: string,
  ): Promise<AttemptResult> {
    const key = IdempotencyKey.safeParse(header);
    if (!key.success)
      throw new RequestInvalid([{ path: 'Idempotency-Key', message: '8 to 64 visible ASCII characters' }]);
    return this.attempts.submit(actor.personId, id, { answers, key: key.data ?? null });
  }

  @Route({
    id: 'getAttemptResult',
    method: 'GET',
    path: 'attempts/:id/result',
    returns: AttemptResult,
    access: { can: 'learning.read' },
    summary: 'Score and feedback of a finished attempt',
  })
  result(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<AttemptResult> {
    return this.attempts.result(actor.personId, id);
  }

  @Route({
    id: 'practiseAttempt',
    method: 'POST',
    path: 'attempts/:id/practice',
    status: 201,
    returns: OpenAttempt,
    access: { can: 'learning.write' },
    summary: 'Practise the questions that did not earn full points; never counted',
  })
  async practise(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    send(reply, await this.starts.practise(actor.personId, id));
  }
}

/** Nest gives a handler one status; these have two, so they answer themselves and strip what is not declared. */
function send(reply: FastifyReply, { created, attempt }: Started): void {
  void reply.status(created ? 201 : 200).send(OpenAttempt.parse(attempt));
}

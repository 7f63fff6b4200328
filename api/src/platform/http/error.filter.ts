import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorBody } from '@readyroom/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

const body = (statusCode: number, code: ErrorBody['code'], message: string): ErrorBody => ({
  statusCode,
  code,
  message,
});

/** Connection trouble of PostgreSQL: class 08, 57P0x, 53xxx, and the socket errors of node. */
const DATABASE_AWAY = /^(08...|57P0.|53...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

function bodyOf(error: unknown): ErrorBody {
  if (error instanceof Refusal) return error.getResponse() as ErrorBody;
  const { statusCode, code, message } = error as { statusCode?: number; code?: string; message?: string };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return body(404, 'route.unknown', 'There is nothing at this address');
  if (status === 413) return body(413, 'request.too_large', 'The request is larger than this route takes');
  if (status && status >= 400 && status < 500)
    return body(status, 'request.invalid', message ?? 'The request cannot be read');
  if (
    (code && DATABASE_AWAY.test(code)) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message ?? '')
  )
    return body(503, 'server.unavailable', 'The database cannot be reached at the moment');
  // Text that PostgreSQL cannot store is the sender's fault: NUL (22021, 22P05), and in JSON lone surrogates (22P02).
  if (code === '22021' || code === '22P05' || (code === '22P02' && /for type json/.test(message ?? '')))
    return body(400, 'request.invalid', 'A text contains characters that cannot be stored');
  return body(500, 'server.fault', 'Something went wrong on our side; it has been logged');
}

/** Turns everything thrown into an ErrorBody; what nobody expected is logged with its stack and told to nobody. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const answer = bodyOf(error);
    if (answer.statusCode >= 500)
      request.log.error({ err: error, route: request.routeOptions?.url }, 'request failed');
    if (error instanceof Refusal && error.retryAfterSeconds)
      void reply.header('retry-after', error.retryAfterSeconds);
    if (answer.statusCode === 503) void reply.header('retry-after', 5);
    if (reply.raw.headersSent) {
      // A stream that breaks half-way must look broken to the other side.
      reply.raw.destroy();
      return;
    }
    void reply.status(answer.statusCode).type('application/json').send(answer);
  }
}

import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's messages through the one pino logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Logger) {}
  log(message: string, context?: string): void {
    this.pino.debug({ context }, message);
  }
  error(message: string, stack?: string, context?: string): void {
    this.pino.error({ context, stack }, message);
  }
  warn(message: string, context?: string): void {
    this.pino.warn({ context }, message);
  }
  debug(message: string, context?: string): void {
    this.pino.debug({ context }, message);
  }
}

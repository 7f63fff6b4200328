import type { Type } from '@nestjs/common';
import { NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { StandardSchemaSerializerInterceptor, type DynamicModule } from '@nestjs/common';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { LogController } from 'fastify';
import { pino } from 'pino';
import { AccessGuard } from '../access/access.guard.js';
import type { Config } from '../config/config.js';
import { NestLogger } from '../logging/nest-logger.js';
import { ErrorFilter } from './error.filter.js';
import { refuseForeignOrigin } from './same-origin.js';
import { securityHeaders } from './security-headers.js';
import { refuseUnstorable } from './storable.js';
import { validationPipe } from './validation.pipe.js';

const BODY_LIMIT = 1024 * 1024;
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

/** Builds the HTTP application: one gate, one validator, one error shape, strict headers. */
export async function createHttpApp(
  module: Type | DynamicModule,
  config: Config,
): Promise<NestFastifyApplication> {
  const logger = pino({
    level: config.LOG_LEVEL,
    redact: ['req.headers.cookie', 'req.headers.authorization', 'password', '*.password'],
  });
  const adapter = new FastifyAdapter({
    loggerInstance: logger as never,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: config.READYROOM_TRUST_PROXY,
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLogger(logger),
    abortOnError: false,
  });
  app.setGlobalPrefix('api');
  const reflector = app.get(Reflector);
  app.useGlobalGuards(new AccessGuard(reflector));
  app.useGlobalPipes(validationPipe());
  app.useGlobalInterceptors(new StandardSchemaSerializerInterceptor(reflector));
  app.useGlobalFilters(new ErrorFilter());

  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, { limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 10 } });
  const headers = securityHeaders({ https: config.PUBLIC_URL.startsWith('https:') });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (!request.url.startsWith('/api')) return;
    void reply.header('cache-control', 'no-store');
    refuseForeignOrigin(request, config.PUBLIC_URL);
  });
  fastify.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit) route.bodyLimit = bodyLimit;
  });
  fastify.addHook('preValidation', async (request) => refuseUnstorable(request));
  return app;
}

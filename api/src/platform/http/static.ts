import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const HASHED = /\/assets\//;

/**
 * Serves the built learner app at `/` and the console at `/admin/`. A path without a file is a screen of the app and
 * gets its index.html; a path under /api that no route took is an unknown route.
 */
export async function serveApps(
  fastify: FastifyInstance,
  dist: { learn: string; admin: string },
): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: dist.learn,
    serve: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const send = (root: string, path: string, request: FastifyRequest, reply: FastifyReply) => {
    const isFile = /\.[a-z0-9]+$/i.test(path);
    if (!isFile) return reply.sendFile('index.html', root);
    if (existsSync(join(root, path))) return reply.sendFile(path, root);
    return notFound(request, reply);
  };
  const notFound = (_request: FastifyRequest, reply: FastifyReply) =>
    reply
      .status(404)
      .send({ statusCode: 404, code: 'route.unknown', message: 'There is nothing at this address' });

  fastify.get('/admin', (_request, reply) => reply.redirect('/admin/', 308));
  fastify.get('/admin/*', (request, reply) =>
    send(dist.admin, (request.params as { '*': string })['*'], request, reply),
  );
  fastify.get('/*', (request, reply) => {
    const path = (request.params as { '*': string })['*'];
    if (path === 'api' || path.startsWith('api/')) return notFound(request, reply);
    return send(dist.learn, path, request, reply);
  });
}

import { Controller, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Health } from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { Route } from '../../platform/http/route.js';
import { Jobs } from '../../platform/queue/jobs.js';

const VERSION = '0.1.0';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  @Route({
    id: 'getHealth',
    method: 'GET',
    path: 'health',
    returns: Health,
    access: { public: true },
    summary: 'Whether this process can serve: 200, or 503 without a database',
  })
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<z.infer<typeof Health>> {
    const [database, queue] = await Promise.all([
      this.database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
      this.jobs.healthy(),
    ]);
    if (!database) void reply.status(503);
    return { status: database && queue ? 'ok' : 'degraded', database, queue, version: VERSION };
  }
}

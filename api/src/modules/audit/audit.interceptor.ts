import {
  HttpException,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { Actor } from '../../platform/access/actor.js';
import { actingAs, type AuditContext } from '../../platform/audit/audit-context.js';
import { Database } from '../../platform/database/database.js';
import { OPERATION } from '../../platform/http/route.js';
import { auditOf, type Audited } from './audited-routes.js';

interface Asked {
  user?: Actor;
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
}

/** Around every operation that belongs in the audit trail: none of them can be answered without leaving its entry. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const asked = context.switchToHttp().getRequest<Asked>();
    const operation = this.reflector.get<string | undefined>(OPERATION, context.getHandler());
    const audited = asked.user ? auditOf(operation, { ...asked.query, ...asked.params }) : null;
    if (!audited) return next.handle();
    const actorId = asked.user!.personId;
    return from(
      audited.kind === 'results' ? this.look(actorId, audited, next) : this.change(actorId, audited, next),
    );
  }

  /**
   * What was refused was not seen. What broke off was seen in part, and files are on their way before their operation
   * ends; what names nobody is noted before it begins.
   */
  private async look(actorId: string, audited: Audited, next: CallHandler): Promise<unknown> {
    const early = audited.personId === null;
    if (early) await this.viewed(actorId, audited);
    try {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (!early) await this.viewed(actorId, audited);
      return answer;
    } catch (error) {
      if (!early && !(error instanceof HttpException)) await this.viewed(actorId, audited);
      throw error;
    }
  }

  private async change(actorId: string, audited: Audited, next: CallHandler): Promise<unknown> {
    const context: AuditContext = { ...audited, actorId, recorded: false, over: false };
    try {
      const answer: unknown = await actingAs(context, () =>
        lastValueFrom(next.handle(), { defaultValue: undefined }),
      );
      // It wrote nothing here (a test message, an offer that was there already), and was asked for all the same.
      if (!context.recorded)
        await this.database.query(
          `INSERT INTO audit_entry (actor_id, action, kind, subject_id, person_id) VALUES ($1, $2, $3, $4, $5)`,
          [actorId, audited.action, audited.kind, audited.subjectId, audited.personId],
        );
      return answer;
    } finally {
      context.over = true;
    }
  }

  private async viewed(actorId: string, { action, kind, subjectId, personId }: Audited): Promise<void> {
    await this.database.query(
      `INSERT INTO audit_entry (actor_id, action, kind, subject_id, person_id, viewed_hour)
       VALUES ($1, $2, $3, $4, $5, date_trunc('hour', clock_timestamp(), 'UTC')) ON CONFLICT DO NOTHING`,
      [actorId, action, kind, subjectId, personId],
    );
  }
}

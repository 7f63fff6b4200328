import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport';
import type { Actor } from '../../platform/access/actor.js';
import { SESSION_COOKIE, Sessions } from './sessions.js';

/** Passport's view of our session cookie. */
class SessionCookieStrategy extends Strategy {
  override name = 'session';

  constructor(
    private readonly verify: (
      request: unknown,
      done: (error: unknown, actor?: Actor | false) => void,
    ) => void,
  ) {
    super();
  }

  override authenticate(request: unknown): void {
    this.verify(request, (error, actor) => {
      if (error) this.error(error);
      else if (actor) this.success(actor);
      else this.fail(401);
    });
  }
}

@Injectable()
export class SessionStrategy extends PassportStrategy(SessionCookieStrategy, 'session') {
  constructor(private readonly sessions: Sessions) {
    super();
  }

  async validate(request: FastifyRequest): Promise<Actor | null> {
    const token = request.cookies[SESSION_COOKIE];
    return token ? this.sessions.actorOf(token) : null;
  }
}

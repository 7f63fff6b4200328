import { Injectable } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-local';
import { SignIn } from './sign-in.service.js';

/** Login and password from the body, checked by SignIn. */
@Injectable()
export class LocalStrategy extends PassportStrategy(Strategy, 'local') {
  constructor(private readonly signIn: SignIn) {
    super({ usernameField: 'login', passwordField: 'password', passReqToCallback: true, session: false });
  }

  async validate(request: FastifyRequest, login: string, password: string): Promise<{ personId: string }> {
    // Guards run before the validation pipe: what is not a plain text is refused there.
    return {
      personId: await this.signIn.verify(
        String(login).trim().slice(0, 320),
        String(password).slice(0, 200),
        request.ip,
      ),
    };
  }
}

/** Lets malformed bodies pass to the validation pipe, which says what is missing. */
@Injectable()
export class LocalGuard extends AuthGuard('local') {
  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    return (user || null) as T;
  }
}

import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ACCESS, type Access } from '../http/route.js';
import { Refusal } from '../http/refusal.js';
import type { Actor } from './actor.js';

export class SignInRequired extends Refusal {
  constructor() {
    super(401, 'auth.required', 'Sign in first');
  }
}
export class Forbidden extends Refusal {
  constructor() {
    super(403, 'auth.forbidden', 'Your access role does not include this');
  }
}
export class PasswordChangeRequired extends Refusal {
  constructor() {
    super(403, 'auth.password_change_required', 'Choose your own password first');
  }
}

export class NoticeRequired extends Refusal {
  constructor() {
    super(403, 'auth.notice_required', 'Read and accept the notice on personal data first');
  }
}

/** Routes that somebody with a temporary password, or with a notice to read, may still call. */
const OWN_ACCOUNT = new Set(['me.read', 'me.write']);

/** The one gate: a route that declares no access is closed to everybody. */
@Injectable()
export class AccessGuard extends AuthGuard('session') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) throw new Forbidden();
    if ('public' in access) return true;
    await super.canActivate(context);
    const actor = context.switchToHttp().getRequest<{ user: Actor }>().user;
    if (!actor.permissions.has(access.can)) throw new Forbidden();
    if (OWN_ACCOUNT.has(access.can)) return true;
    if (actor.mustAcceptNotice) throw new NoticeRequired();
    if (actor.mustChangePassword) throw new PasswordChangeRequired();
    return true;
  }

  override handleRequest<T>(error: unknown, user: T | false): T {
    if (error) throw error;
    if (!user) throw new SignInRequired();
    return user;
  }
}

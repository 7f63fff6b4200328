import { Body, Controller, Inject, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangePasswordBody, Me, RedeemLinkBody, SignInBody, UpdateMeBody } from '@readyroom/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { Route } from '../../platform/http/route.js';
import { LocalGuard } from './local.strategy.js';
import { MeReadModel } from './me.read-model.js';
import { SESSION_COOKIE, SESSION_MAX_MS, Sessions } from './sessions.js';
import { SignIn } from './sign-in.service.js';

@ApiTags('auth')
@Controller()
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly me: MeReadModel,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Route({
    id: 'signIn',
    method: 'POST',
    path: 'auth/sign-in',
    status: 200,
    returns: Me,
    access: { public: true },
    summary: 'Sign in with e-mail or employee number',
  })
  @UseGuards(LocalGuard)
  async enter(
    @Body({ schema: SignInBody }) _body: z.infer<typeof SignInBody>,
    @Req() request: FastifyRequest & { user: { personId: string } },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(reply, await this.signIn.enter(request.user.personId));
  }

  @Route({
    id: 'redeemSignInLink',
    method: 'POST',
    path: 'auth/redeem-link',
    status: 200,
    returns: Me,
    access: { public: true },
    summary: 'Sign in with a one-time link',
  })
  async redeem(
    @Body({ schema: RedeemLinkBody }) body: z.infer<typeof RedeemLinkBody>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(reply, await this.signIn.enterByLink(body.token, request.ip));
  }

  @Route({
    id: 'signOut',
    method: 'POST',
    path: 'auth/sign-out',
    access: { can: 'me.write' },
    summary: 'End this session',
  })
  async leave(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.leave(actor);
    this.forgetCookie(reply);
  }

  @Route({
    id: 'signOutEverywhere',
    method: 'POST',
    path: 'auth/sign-out-everywhere',
    access: { can: 'me.write' },
    summary: 'End all sessions of this person',
  })
  async leaveEverywhere(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIn.leaveEverywhere(actor);
    this.forgetCookie(reply);
  }

  @Route({
    id: 'changePassword',
    method: 'POST',
    path: 'auth/change-password',
    access: { can: 'me.write' },
    summary: 'Choose an own password; ends all other sessions',
  })
  async changePassword(
    @CurrentActor() actor: Actor,
    @Body({ schema: ChangePasswordBody }) body: z.infer<typeof ChangePasswordBody>,
  ): Promise<void> {
    await this.signIn.changePassword(actor, body);
  }

  @Route({
    id: 'getMe',
    method: 'GET',
    path: 'me',
    returns: Me,
    access: { can: 'me.read' },
    summary: 'Who is signed in, and what they may do',
  })
  async read(@CurrentActor() actor: Actor): Promise<Me> {
    return this.me.of(actor);
  }

  @Route({
    id: 'updateMe',
    method: 'PATCH',
    path: 'me',
    returns: Me,
    access: { can: 'me.write' },
    summary: 'Change own settings',
  })
  async update(
    @CurrentActor() actor: Actor,
    @Body({ schema: UpdateMeBody }) body: z.infer<typeof UpdateMeBody>,
  ): Promise<Me> {
    if (body.locale)
      await this.database.query('UPDATE person SET locale = $2 WHERE id = $1', [actor.personId, body.locale]);
    this.sessions.forget();
    return this.me.of(actor);
  }

  private async welcome(reply: FastifyReply, token: string): Promise<Me> {
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.config.PUBLIC_URL.startsWith('https:'),
      maxAge: SESSION_MAX_MS / 1000,
    });
    return this.me.of((await this.sessions.actorOf(token))!);
  }

  private forgetCookie(reply: FastifyReply): void {
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { LinkInvalid, PasswordUnchanged, TemporaryPasswordExpired, WrongCredentials } from './auth.errors.js';
import { SIGN_IN_LOGIN, SIGN_IN_SEEN } from './auth.sql.js';
import { Credentials } from './credentials.js';
import { checkNewPassword, hashPassword, verifyPassword } from './passwords.js';
import { Sessions } from './sessions.js';
import { Throttle, type ThrottleKind } from './throttle.js';

interface LoginRow {
  id: string;
  password_hash: string | null;
  expires_at: Date | null;
  temporary: boolean | null;
}

/** Signing in and out, and passwords. */
@Injectable()
export class SignIn {
  private decoy?: Promise<string>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly throttle: Throttle,
  ) {}

  /** Checks login and password; returns the person's id. Unknown logins cost the same time as wrong passwords. */
  async verify(login: string, password: string, address: string): Promise<string> {
    const keys: [ThrottleKind, string][] = [
      ['account', login],
      ['address', address],
    ];
    await this.throttle.check(keys);
    const [row] = await this.database.prepared<LoginRow>(SIGN_IN_LOGIN.name, SIGN_IN_LOGIN.text, [login]);
    this.decoy ??= hashPassword('nobody has this password');
    const right = await verifyPassword(row?.password_hash ?? (await this.decoy), password);
    if (!row?.password_hash || !right) {
      await this.throttle.failed(keys);
      throw new WrongCredentials();
    }
    if (row.temporary && row.expires_at && row.expires_at <= this.clock.now())
      throw new TemporaryPasswordExpired();
    await this.throttle.succeeded(keys[0]!);
    return row.id;
  }

  /** A new session for somebody whose password was right. Returns the token. */
  async enter(personId: string): Promise<string> {
    await this.seen(personId);
    return this.sessions.open(this.database, personId);
  }

  /** A session for the holder of a one-time link. They choose a password before anything else. */
  async enterByLink(token: string, address: string): Promise<string> {
    const keys: [ThrottleKind, string][] = [['link', address]];
    await this.throttle.check(keys);
    const session = await this.database.transaction(async (tx) => {
      const personId = await this.credentials.redeemLink(tx, token);
      if (!personId) return null;
      // The link replaces whatever password there was: whoever holds it chooses a new one.
      await tx.query('DELETE FROM credential WHERE person_id = $1', [personId]);
      await this.sessions.closeAllOf(tx, personId);
      await tx.query('UPDATE person SET last_sign_in_at = $2 WHERE id = $1', [personId, this.clock.now()]);
      return this.sessions.open(tx, personId, true);
    });
    if (session) return session;
    await this.throttle.failed(keys);
    throw new LinkInvalid();
  }

  /** Sets an own password and ends all other sessions. The current one is asked for unless a link brought them. */
  async changePassword(actor: Actor, body: { currentPassword?: string; newPassword: string }): Promise<void> {
    const [row] = await this.database.query<{
      password_hash: string | null;
      employee_no: string;
      email: string | null;
      name: string;
    }>(
      `SELECT c.password_hash, p.employee_no, p.email, p.name FROM person p LEFT JOIN credential c ON c.person_id = p.id WHERE p.id = $1`,
      [actor.personId],
    );
    if (row!.password_hash) {
      const keys: [ThrottleKind, string][] = [['account', actor.personId]];
      await this.throttle.check(keys);
      if (!(await verifyPassword(row!.password_hash, body.currentPassword ?? ''))) {
        await this.throttle.failed(keys);
        throw new WrongCredentials();
      }
      if (body.currentPassword === body.newPassword) throw new PasswordUnchanged();
    }
    checkNewPassword(body.newPassword, [row!.employee_no, row!.email, row!.name]);
    await this.database.transaction(async (tx) => {
      await this.credentials.setPassword(tx, actor.personId, body.newPassword, { temporary: false });
      await this.sessions.closeAllOf(tx, actor.personId, actor.sessionId);
    });
    this.sessions.forget();
  }

  async leave(actor: Actor): Promise<void> {
    await this.sessions.close(actor.sessionId);
  }

  async leaveEverywhere(actor: Actor): Promise<void> {
    await this.sessions.closeAllOf(this.database, actor.personId);
  }

  private async seen(personId: string): Promise<void> {
    await this.database.prepared(SIGN_IN_SEEN.name, SIGN_IN_SEEN.text, [personId, this.clock.now()]);
  }
}

import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import type { Sql } from '../../platform/database/database.js';
import { hashPassword, temporaryPassword } from './passwords.js';

const HASHES_AT_ONCE = 2;
const VALID_MS = { link: 7 * 86_400_000, password: 14 * 86_400_000 };

export interface Issued {
  personId: string;
  /** URL of the link, or the temporary password. Stored nowhere in clear. */
  secret: string;
}

const digest = (token: string) => createHash('sha256').update(token).digest();

/** Ways in that HR hands out: one-time links and temporary passwords. */
@Injectable()
export class Credentials {
  constructor(
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  expiry(kind: 'link' | 'password'): Date {
    return new Date(this.clock.now().getTime() + VALID_MS[kind]);
  }

  /** One link each; older unused links of the same people stop working. */
  async issueLinks(sql: Sql, personIds: readonly string[], issuedBy: string): Promise<Issued[]> {
    const issued = personIds.map((personId) => ({ personId, token: randomBytes(24).toString('base64url') }));
    await sql.query('DELETE FROM sign_in_link WHERE person_id = ANY($1) AND used_at IS NULL', [personIds]);
    await sql.query(
      `INSERT INTO sign_in_link (token_hash, person_id, issued_by, issued_at, expires_at)
       SELECT hash, person, $3, $4, $5 FROM unnest($1::bytea[], $2::uuid[]) AS t (hash, person)`,
      [issued.map(({ token }) => digest(token)), personIds, issuedBy, this.clock.now(), this.expiry('link')],
    );
    return issued.map(({ personId, token }) => ({
      personId,
      secret: `${this.config.PUBLIC_URL}/enter/${token}`,
    }));
  }

  /** One temporary password each, to be changed at first sign-in; replaces any password the people had. */
  async issuePasswords(sql: Sql, personIds: readonly string[]): Promise<Issued[]> {
    const issued = personIds.map((personId) => ({ personId, secret: temporaryPassword() }));
    const hashes: string[] = [];
    // Few at a time: hashing runs on the thread pool that everybody's sign-in needs as well.
    for (let from = 0; from < issued.length; from += HASHES_AT_ONCE)
      hashes.push(
        ...(await Promise.all(
          issued.slice(from, from + HASHES_AT_ONCE).map(({ secret }) => hashPassword(secret)),
        )),
      );
    await sql.query(
      `INSERT INTO credential (person_id, password_hash, temporary, expires_at, changed_at)
       SELECT person, hash, true, $3, $4 FROM unnest($1::uuid[], $2::text[]) AS t (person, hash)
       ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, temporary = true,
         expires_at = excluded.expires_at, changed_at = excluded.changed_at`,
      [personIds, hashes, this.expiry('password'), this.clock.now()],
    );
    return issued;
  }

  /** Takes every way in from people who have left: password, links not yet used, open sessions. */
  async revoke(sql: Sql, personIds: readonly string[]): Promise<void> {
    await sql.query('DELETE FROM credential WHERE person_id = ANY($1)', [personIds]);
    await sql.query('DELETE FROM sign_in_link WHERE person_id = ANY($1) AND used_at IS NULL', [personIds]);
    await sql.query('DELETE FROM session WHERE person_id = ANY($1)', [personIds]);
  }

  async setPassword(
    sql: Sql,
    personId: string,
    password: string,
    { temporary }: { temporary: boolean },
  ): Promise<void> {
    await sql.query(
      `INSERT INTO credential (person_id, password_hash, temporary, expires_at, changed_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash, temporary = excluded.temporary,
         expires_at = excluded.expires_at, changed_at = excluded.changed_at`,
      [
        personId,
        await hashPassword(password),
        temporary,
        temporary ? this.expiry('password') : null,
        this.clock.now(),
      ],
    );
  }

  /** Uses a link up and returns whose it was, or null. Of two simultaneous uses one wins. */
  async redeemLink(sql: Sql, token: string): Promise<string | null> {
    const [row] = await sql.query<{ person_id: string }>(
      `UPDATE sign_in_link l SET used_at = $2 FROM person p
       WHERE l.token_hash = $1 AND l.used_at IS NULL AND l.expires_at > $2 AND p.id = l.person_id AND p.status = 'active'
       RETURNING l.person_id`,
      [digest(token), this.clock.now()],
    );
    return row?.person_id ?? null;
  }
}

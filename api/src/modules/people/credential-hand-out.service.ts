import { Injectable } from '@nestjs/common';
import type { AccessRole, IssueCredentialsBody, IssuedCredentials } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { permissionsOf } from '../../platform/access/permissions.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { RequestInvalid } from '../../platform/http/refusal.js';
import { Credentials, Sessions } from '../auth/index.js';
import { inScope } from '../departments/index.js';
import { NoCredentialsMade, PersonNotFound, RoleNotYours, TooManyAtOnce } from './person.errors.js';

type Body = z.infer<typeof IssueCredentialsBody>;

/** More in one answer would keep the caller waiting for minutes while passwords are hashed. */
const MAX_PEOPLE = 5_000;

interface Receiver {
  id: string;
  employee_no: string;
  name: string;
  email: string | null;
  department_path: string;
  status: 'active' | 'left';
  roles: AccessRole[];
  scope_contained: boolean;
}

/** Ways in for people who have none, to be handed out on paper or by mail. The answer is the only copy. */
@Injectable()
export class CredentialHandOut {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
  ) {}

  /**
   * People who are named get one whatever they had; a department or everybody means those active people who have never
   * signed in. Nobody makes one for themselves or for rights beyond their own: named people are then refused, others
   * left out.
   */
  async issue(actor: Actor, body: Body): Promise<z.infer<typeof IssuedCredentials>> {
    const choices = [body.personIds, body.departmentId, body.allNeverSignedIn || undefined];
    if (choices.filter((choice) => choice !== undefined).length !== 1)
      throw new RequestInvalid([
        { path: '', message: 'Give exactly one of personIds, departmentId, allNeverSignedIn' },
      ]);
    const expiresAt = this.credentials.expiry(body.kind).toISOString();
    const { receivers, issued } = await this.database.transaction(async (tx) => {
      const receivers = body.personIds
        ? await this.named(tx, actor, body.personIds)
        : await this.neverSignedIn(tx, actor, body);
      if (receivers.length === 0) throw new NoCredentialsMade();
      if (receivers.length > MAX_PEOPLE) throw new TooManyAtOnce(MAX_PEOPLE);
      const ids = receivers.map((receiver) => receiver.id);
      if (body.kind === 'link')
        return { receivers, issued: await this.credentials.issueLinks(tx, ids, actor.personId) };
      await this.sessions.closeAllOf(tx, ids);
      return { receivers, issued: await this.credentials.issuePasswords(tx, ids) };
    });
    this.sessions.forget();
    const secrets = new Map(issued.map(({ personId, secret }) => [personId, secret]));
    return {
      kind: body.kind,
      expiresAt,
      items: receivers.map((receiver) => ({
        personId: receiver.id,
        employeeNo: receiver.employee_no,
        name: receiver.name,
        email: receiver.email,
        departmentPath: receiver.department_path,
        secret: secrets.get(receiver.id)!,
      })),
    };
  }

  private async named(tx: Tx, actor: Actor, personIds: readonly string[]): Promise<Receiver[]> {
    const ids = [...new Set(personIds)];
    const found = await this.receivers(tx, actor, 'p.id = ANY($2::uuid[])', ids);
    if (found.length < ids.length) throw new PersonNotFound();
    const refused = ids.flatMap((id, i) =>
      mayReceiveFrom(
        actor,
        found.find((row) => row.id === id)!,
      )
        ? []
        : [`personIds.${i}`],
    );
    if (refused.length > 0) throw new RoleNotYours(refused);
    return found.filter((receiver) => receiver.status === 'active');
  }

  private async neverSignedIn(tx: Tx, actor: Actor, body: Body): Promise<Receiver[]> {
    const inDepartment = '($2::uuid IS NULL OR d.lineage @> ARRAY[$2::uuid])';
    const found = await this.receivers(
      tx,
      actor,
      `p.last_sign_in_at IS NULL AND p.status = 'active' AND ${inDepartment}`,
      body.departmentId ?? null,
    );
    return found.filter((receiver) => mayReceiveFrom(actor, receiver));
  }

  private async receivers(tx: Tx, actor: Actor, condition: string, parameter: unknown): Promise<Receiver[]> {
    return tx.query<Receiver>(
      `SELECT p.id, p.employee_no, p.name, p.email, p.status, p.roles, d.path AS department_path,
              $1::uuid IS NULL OR coalesce(own.lineage @> ARRAY[$1::uuid], false) AS scope_contained
       FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN department own ON own.id = p.scope_department_id
       WHERE ${inScope('d', '$1')} AND ${condition}
       ORDER BY d.path COLLATE zh_pinyin, p.name, p.id`,
      [actor.scopeDepartmentId, parameter],
    );
  }
}

/** Whoever holds a way in becomes that person, so it may open nothing that its maker cannot open already. */
function mayReceiveFrom(actor: Actor, receiver: Receiver): boolean {
  if (receiver.id === actor.personId) return false;
  const plain = receiver.roles.every((role) => role === 'employee');
  const within = [...permissionsOf(receiver.roles)].every((permission) => actor.permissions.has(permission));
  return within && (plain || receiver.scope_contained);
}

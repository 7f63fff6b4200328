import { Injectable } from '@nestjs/common';
import type { CreatePersonBody, Person, UpdatePersonBody } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { RequestInvalid } from '../../platform/http/refusal.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Reconciliation } from '../audience-rules/index.js';
import { Credentials, Sessions } from '../auth/index.js';
import { DepartmentNotFound, DepartmentsRepository } from '../departments/index.js';
import { PeopleReadModel } from './people.read-model.js';
import { PeopleRepository, type PersonFields } from './people.repository.js';
import {
  EmailTaken,
  EmployeeNoTaken,
  LastAdmin,
  ManagerCycle,
  ManagerUnknown,
  PersonNotFound,
  RoleNotYours,
} from './person.errors.js';
import { isTimeZone } from './time-zone.js';

const NEW: Omit<PersonFields, 'employeeNo' | 'name' | 'departmentId' | 'tier'> = {
  englishName: null,
  email: null,
  phone: null,
  position: null,
  managerId: null,
  hireDate: null,
  location: null,
  timeZone: null,
  locale: 'zh-CN',
  status: 'active',
  roles: ['employee'],
  scopeDepartmentId: null,
  tags: [],
};
/** What audience rules ask about, and what a standing is counted by. */
const DECIDES = ['departmentId', 'tier', 'status', 'position', 'hireDate', 'roles', 'tags'] as const;
const UNIQUE_VIOLATION = '23505';

/** The staff, one by one. Bulk changes come by roster import. */
@Injectable()
export class People {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly repository: PeopleRepository,
    private readonly readModel: PeopleReadModel,
    private readonly departments: DepartmentsRepository,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly reconciliation: Reconciliation,
  ) {}

  async create(actor: Actor, body: z.infer<typeof CreatePersonBody>): Promise<Person> {
    return this.change(async (tx) => {
      const fields: PersonFields = {
        ...NEW,
        ...tidy(body),
        employeeNo: body.employeeNo,
        name: body.name,
        departmentId: body.departmentId,
        tier: body.tier,
      };
      await this.check(tx, actor, { ...NEW, departmentId: null }, fields);
      const id = await this.repository.insert(tx, fields, this.clock.now());
      await this.reconciliation.promise(tx, [id]);
      return (await this.readModel.one(actor, id, tx))!;
    });
  }

  async update(actor: Actor, id: string, body: z.infer<typeof UpdatePersonBody>): Promise<Person> {
    return this.change(async (tx) => {
      const before = await this.repository.find(tx, actor.scopeDepartmentId, id);
      if (!before) throw new PersonNotFound();
      const changes = differences(before, tidy(body));
      if (Object.keys(changes).length > 0) await this.apply(tx, actor, id, before, changes);
      return (await this.readModel.one(actor, id, tx))!;
    });
  }

  /** Ends every session of a person. */
  async signOut(actor: Actor, id: string): Promise<void> {
    if (!(await this.repository.find(this.database, actor.scopeDepartmentId, id))) throw new PersonNotFound();
    await this.sessions.closeAllOf(this.database, id);
  }

  private async apply(
    tx: Tx,
    actor: Actor,
    id: string,
    before: PersonFields,
    changes: Partial<PersonFields>,
  ) {
    const after = { ...before, ...changes };
    await this.check(tx, actor, before, after);
    if (changes.managerId && (await this.repository.reportsTo(tx, changes.managerId, id)))
      throw new ManagerCycle();
    if (isAdmin(before) && !isAdmin(after) && !(await this.repository.hasAdminBesides(tx, [id])))
      throw new LastAdmin();
    await this.repository.update(tx, id, changes, this.clock.now());
    if (changes.status === 'left') await this.credentials.revoke(tx, [id]);
    if (DECIDES.some((field) => field in changes)) await this.reconciliation.promise(tx, [id]);
  }

  /** What holds for every person who is written, new or not. */
  private async check(
    tx: Tx,
    actor: Actor,
    before: Pick<PersonFields, 'managerId' | 'roles' | 'scopeDepartmentId'> & { departmentId: string | null },
    after: PersonFields,
  ): Promise<void> {
    if (after.timeZone !== null && !isTimeZone(after.timeZone))
      throw new RequestInvalid([{ path: 'timeZone', message: 'Not an IANA time zone' }]);
    await this.checkGrants(tx, actor, before, after);
    if (
      after.departmentId !== before.departmentId &&
      !(await this.departments.find(tx, actor.scopeDepartmentId, after.departmentId))
    )
      throw new DepartmentNotFound();
    if (after.managerId !== null && after.managerId !== before.managerId)
      if (!(await this.repository.find(tx, actor.scopeDepartmentId, after.managerId)))
        throw new ManagerUnknown();
  }

  private async checkGrants(
    tx: Tx,
    actor: Actor,
    before: Pick<PersonFields, 'roles' | 'scopeDepartmentId'>,
    after: Pick<PersonFields, 'roles' | 'scopeDepartmentId'>,
  ): Promise<void> {
    const touched = [
      ...(sameRoles(before.roles, after.roles) ? [] : ['roles']),
      ...(before.scopeDepartmentId === after.scopeDepartmentId ? [] : ['scopeDepartmentId']),
    ];
    if (touched.length === 0) return;
    // Whoever is limited to a sub-tree can neither widen a limit nor hand out what has none.
    if (!actor.permissions.has('person.grant') || actor.scopeDepartmentId) throw new RoleNotYours(touched);
    if (after.scopeDepartmentId && !(await this.departments.find(tx, null, after.scopeDepartmentId)))
      throw new DepartmentNotFound();
  }

  private async change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await this.database.transaction(async (tx) => {
        await takeTurn(tx, 'staff');
        return work(tx);
      });
      this.sessions.forget();
      this.jobs.nudge();
      return result;
    } catch (error) {
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (code !== UNIQUE_VIOLATION) throw error;
      throw constraint === 'person_email' ? new EmailTaken() : new EmployeeNoTaken();
    }
  }
}

const isAdmin = (person: Pick<PersonFields, 'roles' | 'status'>) =>
  person.status === 'active' && person.roles.includes('admin');
const sameRoles = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((role) => b.includes(role));

/** What a form leaves empty is nothing; a role named twice is one role. */
function tidy(body: z.infer<typeof UpdatePersonBody>): Partial<PersonFields> {
  const entries = Object.entries(body).filter(([, value]) => value !== undefined);
  const tidied = Object.fromEntries(
    entries.map(([key, value]) => [key, value === '' ? null : value]),
  ) as Partial<PersonFields>;
  return tidied.roles ? { ...tidied, roles: [...new Set(tidied.roles)] } : tidied;
}

function differences(before: PersonFields, body: Partial<PersonFields>): Partial<PersonFields> {
  const differs = (key: keyof PersonFields) =>
    key === 'roles' ? !sameRoles(before.roles, body.roles!) : before[key] !== body[key];
  return Object.fromEntries(Object.entries(body).filter(([key]) => differs(key as keyof PersonFields)));
}

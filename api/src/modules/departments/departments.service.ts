import { Injectable } from '@nestjs/common';
import type { CreateDepartmentBody, Department, UpdateDepartmentBody } from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { Jobs } from '../../platform/queue/jobs.js';
import { Reconciliation } from '../audience-rules/index.js';
import {
  DepartmentCycle,
  DepartmentNameTaken,
  DepartmentNotEmpty,
  DepartmentNotFound,
} from './department.errors.js';
import { DepartmentsReadModel } from './departments.read-model.js';
import { DepartmentsRepository, type DepartmentRow } from './departments.repository.js';

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** The tree of departments. */
@Injectable()
export class Departments {
  constructor(
    private readonly database: Database,
    private readonly repository: DepartmentsRepository,
    private readonly readModel: DepartmentsReadModel,
    private readonly reconciliation: Reconciliation,
    private readonly jobs: Jobs,
  ) {}

  async create(actor: Actor, body: z.infer<typeof CreateDepartmentBody>): Promise<Department> {
    return this.change(async (tx) => {
      const parent = body.parentId ? await this.get(tx, actor, body.parentId) : null;
      // A new root lies in nobody's sub-tree.
      if (!parent && actor.scopeDepartmentId) throw new DepartmentNotFound();
      return this.seen(tx, actor, await this.repository.insert(tx, body.name, parent));
    });
  }

  /** Renames or moves a department with everything below it. */
  async update(actor: Actor, id: string, body: z.infer<typeof UpdateDepartmentBody>): Promise<Department> {
    return this.change(async (tx) => {
      const row = await this.get(tx, actor, id);
      const parent = await this.newParent(tx, actor, row, body.parentId);
      if (parent?.lineage.includes(id)) throw new DepartmentCycle();
      const name = body.name ?? row.name;
      const moves = (parent?.id ?? null) !== row.parent_id;
      if (moves || name !== row.name) await this.repository.move(tx, row, name, parent);
      // Rules that name a department mean its sub-tree, so a move may change the audience of anybody below.
      if (moves) await this.reconciliation.promise(tx, null);
      return this.seen(tx, actor, id);
    });
  }

  async delete(actor: Actor, id: string): Promise<void> {
    await this.change(async (tx) => {
      await this.get(tx, actor, id);
      if (!(await this.repository.deleteEmpty(tx, id))) throw new DepartmentNotEmpty();
    });
  }

  private async get(tx: Tx, actor: Actor, id: string): Promise<DepartmentRow> {
    const row = await this.repository.find(tx, actor.scopeDepartmentId, id);
    if (!row) throw new DepartmentNotFound();
    return row;
  }

  /** Absent leaves the parent. The top of a limited actor's sub-tree looks like a root to them and stays where it is. */
  private async newParent(tx: Tx, actor: Actor, row: DepartmentRow, parentId: string | null | undefined) {
    const isTop = row.id === actor.scopeDepartmentId;
    if (parentId === undefined || (parentId === null && isTop))
      return row.parent_id ? this.repository.find(tx, null, row.parent_id) : null;
    if (parentId !== null) return this.get(tx, actor, parentId);
    if (actor.scopeDepartmentId) throw new DepartmentNotFound();
    return null;
  }

  private async seen(tx: Tx, actor: Actor, id: string): Promise<Department> {
    return (await this.readModel.one(actor.scopeDepartmentId, id, tx))!;
  }

  private async change<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await this.database.transaction(async (tx) => {
        await takeTurn(tx, 'staff');
        return work(tx);
      });
      this.jobs.nudge();
      return result;
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === UNIQUE_VIOLATION) throw new DepartmentNameTaken();
      if (code === FOREIGN_KEY_VIOLATION) throw new DepartmentNotEmpty();
      throw error;
    }
  }
}

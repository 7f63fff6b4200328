import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreateDepartmentBody,
  Department,
  DepartmentList,
  UpdateDepartmentBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { DepartmentsReadModel } from './departments.read-model.js';
import { Departments } from './departments.service.js';

@ApiTags('departments')
@Controller('departments')
export class DepartmentsController {
  constructor(
    private readonly departments: Departments,
    private readonly readModel: DepartmentsReadModel,
  ) {}

  @Route({
    id: 'listDepartments',
    method: 'GET',
    path: '',
    returns: DepartmentList,
    access: { can: 'department.read' },
    summary: 'The tree of departments with counts of active people',
  })
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof DepartmentList>> {
    const items = await this.readModel.tree(actor.scopeDepartmentId);
    return { items, total: items.length };
  }

  @Route({
    id: 'createDepartment',
    method: 'POST',
    path: '',
    status: 201,
    returns: Department,
    access: { can: 'department.write' },
    summary: 'Create a department',
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreateDepartmentBody }) body: z.infer<typeof CreateDepartmentBody>,
  ): Promise<Department> {
    return this.departments.create(actor, body);
  }

  @Route({
    id: 'updateDepartment',
    method: 'PATCH',
    path: ':id',
    returns: Department,
    access: { can: 'department.write' },
    summary: 'Rename a department or move it with everything below it',
  })
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdateDepartmentBody }) body: z.infer<typeof UpdateDepartmentBody>,
  ): Promise<Department> {
    return this.departments.update(actor, id, body);
  }

  @Route({
    id: 'deleteDepartment',
    method: 'DELETE',
    path: ':id',
    access: { can: 'department.write' },
    summary: 'Delete an empty department',
  })
  async delete(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    await this.departments.delete(actor, id);
  }
}

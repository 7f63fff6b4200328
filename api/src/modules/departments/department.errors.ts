import { BadRequest, Conflict, NotFound } from '../../platform/http/refusal.js';

export class DepartmentNotFound extends NotFound {
  constructor() {
    super('department.not_found', 'There is no such department');
  }
}
export class DepartmentNameTaken extends Conflict {
  constructor() {
    super('department.name_taken', 'The department above already has one of this name', [
      { path: 'name', message: 'Name taken' },
    ]);
  }
}
export class DepartmentNotEmpty extends Conflict {
  constructor() {
    super('department.not_empty', 'Only a department without people and departments below it can be deleted');
  }
}
export class DepartmentCycle extends BadRequest {
  constructor() {
    super('department.cycle', 'A department cannot be moved into itself or below itself', [
      { path: 'parentId', message: 'Lies in the department itself' },
    ]);
  }
}

import { NotFound } from '../../platform/http/refusal.js';

export class DepartmentNotFound extends NotFound {
  constructor() {
    super('department.not_found', 'There is no such department');
  }
}

export { DepartmentsModule } from './departments.module.js';
export { DepartmentsRepository } from './departments.repository.js';
export { inScope, type Scope } from '../standings/index.js';
export { DepartmentNotFound } from './department.errors.js';
export { ensureDepartment } from './ensure-department.js';

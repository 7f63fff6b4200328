export { DepartmentsModule } from './departments.module.js';
export { DepartmentsRepository, inScope, type Scope } from './departments.repository.js';
export { DepartmentNotFound } from './department.errors.js';
export { ensureDepartment } from './ensure-department.js';
export { lockStaff } from './lock-staff.js';

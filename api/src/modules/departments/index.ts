export { ensureDepartment } from './ensure-department.js';

import { DepartmentTree } from './DepartmentTree.js';

export const departments = { list: DepartmentTree, recordRepresentation: 'path' };

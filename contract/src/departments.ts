import { z } from 'zod';
import { Uuid } from './common.js';

const name = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .refine((v) => !v.includes('/'), 'A department name has no slash');

export const Department = z
  .object({
    id: Uuid,
    name: z.string(),
    parentId: Uuid.nullable(),
    path: z.string().describe('Names from the root, joined by /'),
    depth: z.number().int().describe('0 for a root'),
    people: z.number().int().describe('Active people in this department itself'),
    peopleInSubtree: z.number().int().describe('Active people in this department and all below it'),
  })
  .meta({ id: 'Department' });
export type Department = z.infer<typeof Department>;

/** In tree order: parents before children, siblings by pinyin. Not paged. */
export const DepartmentList = z
  .object({ items: z.array(Department), total: z.number().int() })
  .meta({ id: 'DepartmentList' });
export const CreateDepartmentBody = z
  .strictObject({ name, parentId: Uuid.nullable() })
  .meta({ id: 'CreateDepartmentBody' });
export const UpdateDepartmentBody = z
  .strictObject({ name: name.optional(), parentId: Uuid.nullable().optional() })
  .meta({ id: 'UpdateDepartmentBody' });

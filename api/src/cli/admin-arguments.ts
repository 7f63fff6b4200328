import { parseArgs } from 'node:util';
import { CreatePersonBody } from '@readyroom/contract';
import type { AdminSpec } from '../modules/people/index.js';

const USAGE =
  'Use: npm run admin:create -- --employee-no A0001 --name "何一鸣" [--email name@company.com] [--department 总部]';

/** Throws an error with one sentence that names the argument. */
export function readAdminArguments(args: string[]): AdminSpec {
  const text = { type: 'string' } as const;
  let values: Record<string, string | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: { 'employee-no': text, name: text, email: text, department: text },
    }));
  } catch (error) {
    throw new Error(`${(error as Error).message.split('. ')[0]}. ${USAGE}`);
  }
  const { shape } = CreatePersonBody;
  const checked = {
    'employee-no': shape.employeeNo.safeParse(values['employee-no']),
    name: shape.name.optional().safeParse(values.name),
    email: shape.email.safeParse(values.email),
  };
  for (const [name, { success }] of Object.entries(checked))
    if (!success)
      throw new Error(`--${name} ${values[name] === undefined ? 'is missing' : 'is not valid'}. ${USAGE}`);
  const department = (values.department ?? '总部').trim();
  if (department.split('/').some((name) => name.trim() === ''))
    throw new Error(`--department is not valid. ${USAGE}`);
  return {
    employeeNo: checked['employee-no'].data!,
    name: checked.name.data,
    email: checked.email.data ?? undefined,
    department,
  };
}

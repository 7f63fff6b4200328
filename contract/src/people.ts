import { z } from 'zod';
import {
  AccessRole,
  IsoDate,
  IsoDateTime,
  listOf,
  listQuery,
  Locale,
  oneOrMore,
  Tier,
  Uuid,
} from './common.js';

export const PERSON_STATUSES = ['active', 'left'] as const;
export const PersonStatus = z.enum(PERSON_STATUSES);
export const SIGN_IN_STATES = ['never', 'invited', 'temporary', 'own'] as const;
/** never: no way to sign in yet; invited: open one-time link; temporary: password to be changed; own: chose one. */
export const SignInState = z.enum(SIGN_IN_STATES);

const refs = z.object({ id: Uuid, name: z.string() });

export const Person = z
  .object({
    id: Uuid,
    employeeNo: z.string(),
    name: z.string(),
    englishName: z.string().nullable(),
    email: z.string().nullable(),
    emailTrouble: z
      .object({ answer: z.string(), at: IsoDateTime })
      .nullable()
      .describe(
        'What the mail server said when it knew no such address; null once it is another, or a mail arrived',
      ),
    phone: z.string().nullable(),
    department: refs.extend({ path: z.string() }),
    position: z.string().nullable(),
    tier: Tier,
    manager: refs.extend({ employeeNo: z.string() }).nullable(),
    hireDate: IsoDate.nullable(),
    location: z.string().nullable(),
    timeZone: z.string().nullable(),
    locale: Locale,
    status: PersonStatus,
    roles: z.array(AccessRole),
    scopeDepartmentId: Uuid.nullable(),
    tags: z.array(z.string()),
    departmentSince: IsoDate.nullable().describe(
      'First day in the present department; null = since they are known here',
    ),
    signInState: SignInState,
    lastSignInAt: IsoDateTime.nullable(),
    createdAt: IsoDateTime,
    updatedAt: IsoDateTime,
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
export const PersonList = listOf(Person, 'PersonList');

export const PeopleQuery = listQuery(['name', 'employeeNo', 'department', 'hireDate', 'updatedAt'], {
  tier: oneOrMore(Tier),
  departmentId: Uuid.optional().describe('With the sub-tree'),
  status: PersonStatus.optional(),
  role: AccessRole.optional(),
  managerId: Uuid.optional(),
  signInState: SignInState.optional(),
  tag: z.string().trim().toLowerCase().max(60).optional(),
  id: oneOrMore(Uuid),
});

/** Rosters list tags in one cell, with a comma or semicolon between them. */
const TAG = /^[^,;，；、]*$/;
const writable = {
  // Sign-in takes an e-mail address or an employee number: one must never look like the other.
  employeeNo: z
    .string()
    .trim()
    .min(1)
    .max(50)
    .regex(/^[^@]*$/, 'An employee number has no @'),
  name: z.string().trim().min(1).max(50),
  englishName: z.string().trim().max(100).nullable(),
  email: z.email().max(320).nullable(),
  phone: z.string().trim().max(30).nullable(),
  departmentId: Uuid,
  position: z.string().trim().max(100).nullable(),
  tier: Tier,
  managerId: Uuid.nullable(),
  hireDate: IsoDate.nullable(),
  location: z.string().trim().max(100).nullable(),
  timeZone: z.string().max(60).nullable(),
  locale: Locale,
  status: PersonStatus,
  roles: z.array(AccessRole).min(1),
  scopeDepartmentId: Uuid.nullable(),
  tags: z
    .array(z.string().trim().toLowerCase().min(1).max(60).regex(TAG, 'A tag has no comma or semicolon'))
    .max(30)
    .transform((tags) => [...new Set(tags)].sort())
    .describe('Words for audience rules, in lower case'),
};
export const CreatePersonBody = z
  .strictObject(writable)
  .partial()
  .required({ employeeNo: true, name: true, departmentId: true, tier: true })
  .meta({ id: 'CreatePersonBody' });
/** Absent leaves, null clears. */
export const UpdatePersonBody = z.strictObject(writable).partial().meta({ id: 'UpdatePersonBody' });

export const CREDENTIAL_KINDS = ['link', 'password'] as const;
/** New people (or the ones named) get a one-time link or a temporary password; the sheet shows them once. */
export const IssueCredentialsBody = z
  .strictObject({
    kind: z.enum(CREDENTIAL_KINDS),
    personIds: z.array(Uuid).min(1).max(5000).optional(),
    departmentId: Uuid.optional().describe('With the sub-tree; only people who have never signed in'),
    allNeverSignedIn: z.boolean().optional(),
  })
  .meta({ id: 'IssueCredentialsBody' });
export const IssuedCredentials = z
  .object({
    kind: z.enum(CREDENTIAL_KINDS),
    expiresAt: IsoDateTime,
    items: z.array(
      z.object({
        personId: Uuid,
        employeeNo: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        departmentPath: z.string(),
        secret: z.string().describe('URL of the one-time link, or the temporary password'),
      }),
    ),
  })
  .meta({ id: 'IssuedCredentials' });

import type { AccessRole, Permission } from '@readyroom/contract';

const EVERYBODY: Permission[] = ['me.read', 'me.write', 'learning.read', 'learning.write'];
const TRAINER: Permission[] = [
  'person.read',
  'department.read',
  'course.read',
  'course.publish',
  'question.read',
  'audience_rule.read',
  'audience_rule.write',
  'completion.read',
  'completion.export',
  'analytics.read',
  'certificate.read',
  'organisation.read',
  'person.import',
  'scenario.read',
  'scenario.write',
  'scenario.publish',
  'drill.read',
  'drill.run',
  'readiness.read',
  'readiness.read_people',
  'program.read',
  'certification.read',
];
const HR: Permission[] = [
  'person.read',
  'person.write',
  'person.import',
  'department.read',
  'department.write',
  'course.read',
  'audience_rule.read',
  'audience_rule.write',
  'completion.read',
  'completion.export',
  'analytics.read',
  'certificate.read',
  'certificate.revoke',
  'organisation.read',
  'readiness.read',
  'readiness.read_people',
  'program.read',
  'program.write',
  'certification.read',
  'certification.write',
  'reminder.read',
  'reminder.write',
  'delivery.read',
  'evidence.read',
  'audit.read',
  'privacy.read',
  'person.erase',
];

/** What each access role may do. A role that is not here may do nothing. */
const GRANTS: Record<AccessRole, readonly Permission[]> = {
  employee: EVERYBODY,
  trainer: TRAINER,
  hr: HR,
  admin: [
    ...new Set([
      ...TRAINER,
      ...HR,
      'person.grant',
      'organisation.write',
      'mail.read',
      'signer.trust',
      'channel.write',
      'privacy.write',
    ] satisfies Permission[]),
  ],
  auditor: [
    'completion.read',
    'completion.export',
    'certificate.read',
    'department.read',
    'organisation.read',
    'course.read',
    'readiness.read',
    'program.read',
    'certification.read',
    'delivery.read',
    'evidence.read',
    'audit.read',
    'privacy.read',
  ],
};

export function permissionsOf(roles: readonly AccessRole[]): ReadonlySet<Permission> {
  return new Set<Permission>([...EVERYBODY, ...roles.flatMap((role) => GRANTS[role] ?? [])]);
}

import type { Me, Permission } from './contract.js';

type Operations = Pick<Me, 'allowedOperations'>;

/** Which permission of the contract stands behind an action of a screen. What is not here is refused. */
export const PERMISSION_OF: Record<string, Record<string, Permission>> = {
  today: { list: 'analytics.read' },
  people: {
    list: 'person.read',
    show: 'person.read',
    create: 'person.write',
    edit: 'person.write',
    grant: 'person.grant',
  },
  departments: {
    list: 'department.read',
    create: 'department.write',
    edit: 'department.write',
    delete: 'department.write',
  },
  'people-imports': { list: 'person.import', show: 'person.import', create: 'person.import' },
  privacy: { list: 'privacy.read', edit: 'privacy.write', erase: 'person.erase' },
  credentials: { list: 'person.write', create: 'person.write' },
  'audience-rules': {
    list: 'audience_rule.read',
    show: 'audience_rule.read',
    create: 'audience_rule.write',
    edit: 'audience_rule.write',
  },
  courses: { list: 'course.read', show: 'course.read', publish: 'course.publish' },
  programs: {
    list: 'program.read',
    show: 'program.read',
    create: 'program.write',
    edit: 'program.write',
  },
  questions: { list: 'question.read', show: 'question.read' },
  scenarios: {
    list: 'scenario.read',
    show: 'scenario.read',
    import: 'scenario.write',
    publish: 'scenario.publish',
  },
  'scenario-packs': {
    list: 'scenario.read',
    show: 'scenario.read',
    create: 'scenario.write',
    write: 'scenario.write',
  },
  signers: { list: 'scenario.read', trust: 'signer.trust' },
  'drill-runs': {
    list: 'drill.read',
    show: 'drill.read',
    create: 'drill.run',
    edit: 'drill.run',
    restart: 'drill.run',
  },
  'drill-schedules': {
    list: 'drill.read',
    show: 'drill.read',
    create: 'drill.run',
    edit: 'drill.run',
  },
  'improvement-actions': {
    list: 'drill.read',
    create: 'drill.run',
    edit: 'drill.read',
    write: 'drill.run',
  },
  completion: { list: 'completion.read', show: 'completion.read', export: 'completion.export' },
  'completion-rows': { list: 'completion.read' },
  certification: { list: 'certification.read', edit: 'certification.write', export: 'completion.export' },
  audit: { list: 'audit.read' },
  evidence: { list: 'evidence.read', export: 'evidence.read' },
  'certification-people': { list: 'certification.read' },
  'analytics-people': { list: 'analytics.read' },
  analytics: { list: 'analytics.read' },
  readiness: { list: 'readiness.read' },
  'readiness-people': { list: 'readiness.read_people', show: 'readiness.read_people' },
  certificates: { list: 'certificate.read', show: 'certificate.read', revoke: 'certificate.revoke' },
  briefings: { list: 'briefing.read', show: 'briefing.read', create: 'briefing.send' },
  shifts: { list: 'briefing.read', edit: 'briefing.send' },
  reminders: { list: 'reminder.read' },
  deliveries: { list: 'delivery.read', retry: 'reminder.write' },
  channels: { list: 'delivery.read', edit: 'channel.write' },
  mails: { list: 'mail.read' },
  organisation: { list: 'organisation.write', show: 'organisation.read', edit: 'organisation.write' },
};

/** May this person do that? Reads `allowedOperations`; never works out rights from roles. */
export function mayDo(me: Operations, resource: string, action: string): boolean {
  const permission = PERMISSION_OF[resource]?.[action];
  return permission !== undefined && me.allowedOperations.includes(permission);
}

const LEARNER = /^(me|learning)\./;

/** Somebody who may only learn has nothing to do in the console. */
export const hasConsole = (me: Operations): boolean =>
  me.allowedOperations.some((operation) => !LEARNER.test(operation));

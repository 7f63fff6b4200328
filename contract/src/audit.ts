import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Uuid } from './common.js';

/**
 * Every operation that leaves an entry in the audit trail, and what it is about. `results` are those by which somebody
 * looks at what others achieved; they leave one entry an hour and subject.
 */
export const AUDIT_ACTIONS = {
  createPerson: 'people',
  updatePerson: 'people',
  updateMe: 'people',
  createPeopleImport: 'people',
  commitPeopleImport: 'people',
  issueCredentials: 'credentials',
  signOutPerson: 'credentials',
  createDepartment: 'departments',
  updateDepartment: 'departments',
  deleteDepartment: 'departments',
  createAudienceRule: 'rules',
  updateAudienceRule: 'rules',
  withdrawAudienceRule: 'rules',
  undoFollowUp: 'rules',
  exportRuleDifference: 'rules',
  startRuleRun: 'rules',
  createProgram: 'programs',
  publishProgram: 'programs',
  archiveProgram: 'programs',
  restoreProgram: 'programs',
  waive: 'waivers',
  endWaiver: 'waivers',
  revokeCertification: 'waivers',
  revokeCertificate: 'certificates',
  publishCourseVersion: 'content',
  createMselImport: 'content',
  commitMselImport: 'content',
  publishScenarioVersion: 'content',
  uploadScenarioPack: 'content',
  acceptScenarioPack: 'content',
  rejectScenarioPack: 'content',
  reopenScenarioPack: 'content',
  uploadScoreNumbers: 'content',
  makeOwnSigner: 'settings',
  addSigner: 'settings',
  trustSigner: 'settings',
  distrustSigner: 'settings',
  updateOrganisation: 'settings',
  publishPrivacyNotice: 'settings',
  saveRetention: 'settings',
  runRetention: 'settings',
  erasePerson: 'people',
  previewErasure: 'results',
  askCorrection: 'people',
  exportMyPersonalData: 'results',
  createRobot: 'settings',
  updateRobot: 'settings',
  deleteRobot: 'settings',
  testRobot: 'settings',
  testEmailChannel: 'settings',
  retryDelivery: 'messages',
  sendBriefing: 'messages',
  correctBriefing: 'messages',
  stopBriefing: 'messages',
  createShift: 'people',
  updateShift: 'people',
  importShifts: 'people',
  importShiftFile: 'people',
  deleteShift: 'people',
  remindTeamMember: 'messages',
  saveReminderLadder: 'settings',
  deleteReminderLadder: 'settings',
  saveReminderSettings: 'settings',
  createDrillSchedule: 'drills',
  updateDrillSchedule: 'drills',
  cancelDrillSchedule: 'drills',
  updateDrillOccurrence: 'drills',
  cancelDrillOccurrence: 'drills',
  retryDrillLetters: 'messages',
  createDrillRun: 'drills',
  castDrillRun: 'drills',
  restartDrillRun: 'drills',
  makeDrillWallLink: 'drills',
  withdrawDrillWallLink: 'drills',
  createImprovementAction: 'drills',
  updateImprovementAction: 'drills',
  deleteImprovementAction: 'drills',
  closeDrillReport: 'drills',
  getPerson: 'results',
  getPersonReadiness: 'results',
  listCertificationsOfPerson: 'results',
  downloadTranscript: 'results',
  listEvidence: 'results',
  exportEvidence: 'results',
  exportCompletionBoard: 'results',
  exportCompletionRows: 'results',
  exportCertificationBoard: 'results',
  exportCertificationRows: 'results',
  exportDrillLog: 'results',
  getDrillReport: 'results',
  getDrillReportHtml: 'results',
  getDrillReportMarkdown: 'results',
  getDrillReportPdf: 'results',
  listDrillPhotos: 'results',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;

export const AUDIT_KINDS = [
  'people',
  'credentials',
  'departments',
  'rules',
  'programs',
  'waivers',
  'certificates',
  'content',
  'drills',
  'messages',
  'settings',
  'results',
] as const;
export const AuditKind = z.enum(AUDIT_KINDS).meta({ id: 'AuditKind' });

const Named = z.object({ id: Uuid, name: z.string() });

export const AuditChange = z
  .object({
    field: z.string().describe('Column of the database'),
    before: z.unknown().nullable(),
    after: z.unknown().nullable(),
    hidden: z.boolean().describe('Personal: only that it changed is kept'),
  })
  .meta({ id: 'AuditChange' });

export const AuditRecord = z
  .object({
    id: Uuid,
    at: IsoDateTime,
    actor: Named.nullable().describe('Null = the product itself, or a command on the server'),
    action: z.string().describe('One of AUDIT_ACTIONS, or create, change, delete for what no operation did'),
    kind: AuditKind,
    person: Named.nullable().describe('The person concerned'),
    subject: z.string().nullable().describe('Table of what was changed'),
    subjectId: z.string().nullable(),
    subjectName: Text.nullable().describe('Name today; null when it is gone or has none'),
    changes: z.array(AuditChange),
    names: z.record(z.string(), Text).describe('Names today of the identifiers in the changes'),
  })
  .meta({ id: 'AuditRecord' });
export type AuditRecord = z.infer<typeof AuditRecord>;
export const AuditList = listOf(AuditRecord, 'AuditList');
const filters = {
  kind: oneOrMore(AuditKind),
  actorId: Uuid.optional(),
  personId: Uuid.optional(),
  from: IsoDate.optional().describe('First day'),
  to: IsoDate.optional().describe('Last day'),
};
export const AuditQuery = listQuery(['at'] as const, filters);

/** For filters by somebody's name: auditors read the trail and evidence, and not the staff. */
export const RecordedPerson = Named.extend({ employeeNo: z.string() }).meta({ id: 'RecordedPerson' });
export type RecordedPerson = z.infer<typeof RecordedPerson>;
export const RecordedPersonList = listOf(RecordedPerson, 'RecordedPersonList');
export const RecordedPeopleQuery = listQuery(['name'] as const, {
  q: z
    .string()
    .trim()
    .max(100)
    .optional()
    .describe('Part of the name, or the beginning of the employee number'),
  id: oneOrMore(Uuid),
});

import { AUDIT_ACTIONS, type AuditAction } from '@readyroom/contract';

interface Where {
  /** Parameter of the path, or filter of the query, that names the person concerned. */
  person?: string;
  /** Those that may name what it is about, the first that is given; `id` unless said otherwise. */
  subject?: readonly string[];
}

/** Where an operation names what it is about, when that is not simply its `id`. */
const WHERE: Partial<Record<AuditAction, Where>> = {
  updatePerson: { person: 'id' },
  signOutPerson: { person: 'id' },
  waive: { person: 'id', subject: ['programId'] },
  endWaiver: { person: 'id', subject: ['programId'] },
  revokeCertification: { person: 'id', subject: ['programId'] },
  commitMselImport: { subject: ['importId'] },
  updateDrillOccurrence: { subject: ['occurrenceId'] },
  cancelDrillOccurrence: { subject: ['occurrenceId'] },
  remindTeamMember: { person: 'personId', subject: ['personId'] },
  erasePerson: { person: 'id' },
  previewErasure: { person: 'id' },
  getPerson: { person: 'id' },
  getPersonReadiness: { person: 'id' },
  listCertificationsOfPerson: { person: 'id' },
  downloadTranscript: { person: 'id' },
  listEvidence: { person: 'personId', subject: ['personId', 'programId'] },
  exportEvidence: { person: 'personId', subject: ['personId', 'programId'] },
};

/**
 * Writing operations that leave no entry, and why. Whoever adds one here says that nobody will ever have to ask who did
 * it: a test holds that every operation is either recorded or here.
 */
export const NOT_AUDITED: Readonly<Record<string, string>> = {
  signIn: 'signing in is kept with the person and the session',
  redeemSignInLink: 'signing in is kept with the person and the session',
  signOut: 'ends the own session',
  signOutEverywhere: 'ends the own sessions',
  changePassword: 'the own password; when it was changed is kept with it',
  acceptMyNotice: 'kept with its time, and as evidence',
  rotateMyCalendarFeed: 'the own address of a calendar',
  readMyInbox: 'the own messages',
  startAttempt: 'learning; what came of it is evidence',
  saveAnswers: 'learning; what came of it is evidence',
  submitAttempt: 'learning; what came of it is evidence',
  practiseAttempt: 'learning',
  beginCourseAgain: 'learning; what came of it is evidence',
  saveLessonProgress: 'learning; what came of it is evidence',
  decideInCase: 'learning',
  restartCase: 'learning',
  coachStatement: 'advice; nothing is kept',
  joinDrill: 'the run has its own log',
  startSoloDrill: 'the run has its own log',
  readyForDrill: 'the run has its own log',
  sendDrillAction: 'the run has its own log',
  sendDrillObservation: 'the run has its own log',
  sendDrillPhoto: 'kept with the run, with who sent it and when',
  controlDrill: 'the run has its own log',
  answerHotWash: 'the own answer, kept with the run',
  updateMyAction: 'the own action; its state is kept with it',
  previewDrillSchedule: 'shows what would be; changes nothing',
  previewAudienceRule: 'shows what would be; changes nothing',
  previewRuleDifference: 'shows what would be; changes nothing',
  listRuleDifference: 'shows what would be; changes nothing',
  checkProgram: 'says whether it is sound; changes nothing',
  previewReminderLadder: 'shows what would be; changes nothing',
  previewReminderPeople: 'shows what would be; changes nothing',
  previewBriefing: 'shows what would be; changes nothing',
  checkShiftFile: 'shows what would be; changes nothing',
  openMyBriefing: 'kept with its time on the receipt',
  acknowledgeMyBriefing: 'kept with its time on the receipt',
};

export interface Audited {
  action: AuditAction;
  kind: (typeof AUDIT_ACTIONS)[AuditAction];
  subjectId: string | null;
  personId: string | null;
}

/** What a call of an operation leaves in the trail; null = nothing. */
export function auditOf(
  operation: string | undefined,
  given: Readonly<Record<string, unknown>>,
): Audited | null {
  if (!operation || !Object.hasOwn(AUDIT_ACTIONS, operation)) return null;
  const action = operation as AuditAction;
  const { person, subject = ['id'] } = WHERE[action] ?? {};
  const first = (names: readonly string[]): string | null => {
    const value = names.map((name) => given[name]).find((it): it is string => typeof it === 'string');
    return value?.toLowerCase() ?? null;
  };
  return {
    action,
    kind: AUDIT_ACTIONS[action],
    subjectId: first(subject),
    personId: person ? first([person]) : null,
  };
}

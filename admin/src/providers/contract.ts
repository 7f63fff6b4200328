/**
 * Types of the contract under short names. Type-only on purpose: the console does not carry zod, the server checks.
 * A new request or response gets its line here.
 */
import type * as contract from '@readyroom/contract';

type Out<S extends { _zod: { output: unknown } }> = S['_zod']['output'];
type In<S extends { _zod: { input: unknown } }> = S['_zod']['input'];

export type AuditChange = Out<typeof contract.AuditChange>;
export type DrillPhotoList = Out<typeof contract.DrillPhotoList>;
export type EvidenceAnchorList = Out<typeof contract.EvidenceAnchorList>;
export type EvidenceRecord = Out<typeof contract.EvidenceRecord>;

export type {
  AccessRole,
  ActionStatus,
  AudienceCondition,
  AudienceRule,
  AudienceRulePreview,
  Briefing,
  BriefingBoard,
  BriefingDocument,
  BriefingNumbers,
  BriefingPreview,
  BriefingShift,
  CreateShiftBody,
  Roster,
  RosterLine,
  Shift,
  ShiftFileReport,
  UpdateShiftBody,
  BriefingTemplate,
  AuditRecord,
  CastTemplate,
  Casting,
  Certification,
  CertificationBoard,
  CertificationRow,
  Certificate,
  ChannelTest,
  IssuedCertificate,
  CompletionBoard,
  CompletionNumbers,
  CompletionRow,
  ControlAction,
  Course,
  CourseVersion,
  Delivery,
  Department,
  DrillCadence,
  DrillClock,
  DrillConflict,
  DrillEvent,
  DrillEventPage,
  DrillOccurrence,
  DrillReport,
  DrillRun,
  DrillRunDetail,
  DrillSchedule,
  DrillScheduleDetail,
  DrillSchedulePreview,
  DrillStage,
  DrillView,
  DrillWall,
  DrillWallLink,
  EmailChannel,
  EvidenceCheck,
  EvidenceState,
  ErrorBody,
  ErrorCode,
  ExplainedCondition,
  FollowUp,
  LadderPreview,
  LessonBlock,
  Locale,
  ImprovementAction,
  InjectDocument,
  ItemProgress,
  Me,
  Metric as DrillMetric,
  MselColumn,
  MselImport,
  MselMapping,
  ObserverAction,
  Participant,
  ParticipantRole,
  PeopleImport,
  Permission,
  Person,
  PackDecision,
  PackPreview,
  PackSigner,
  PersonReadiness,
  PersonalRegister,
  PrivacyNotices,
  RecordedPerson,
  Retention,
  RetentionSettings,
  ErasurePreview,
  Erased,
  MyNotice,
  PreFlight,
  PreviewPeople,
  Program,
  ProgramCheck,
  ProgramDocument,
  ProgramItem,
  ProgramStatus,
  QuestionDetail,
  Rating,
  ReadinessBoard,
  ReadinessCell,
  ReadinessNumber,
  ReadinessPerson,
  ReminderLadder,
  ReminderSettings,
  ReminderStep,
  RetriedLetters,
  RuleDifference,
  Robot,
  RobotKind,
  RunStatus,
  Scenario,
  ScenarioDetail,
  ScenarioDocument,
  ScenarioPack,
  ScenarioPackDetail,
  ScenarioVersion,
  ScenarioVersionDetail,
  ScoreDistributions,
  ScoreNumbersReceipt,
  SentAction,
  StatusNumbers,
  Text,
  Tier,
  VersionPreview,
  Waiver,
  Why,
} from '@readyroom/contract';

export type ProgramDetail = Out<typeof contract.ProgramDetail>;
export type CreateProgramBody = In<typeof contract.CreateProgramBody>;
export type PublishProgramBody = In<typeof contract.PublishProgramBody>;
export type CheckProgramBody = In<typeof contract.CheckProgramBody>;
export type CrisisType = (typeof contract.CRISIS_TYPES)[number];
export type MailRecord = Out<typeof contract.MailRecord>;
export type ReminderLadderList = Out<typeof contract.ReminderLadderList>;
export type SaveLadderBody = In<typeof contract.SaveLadderBody>;
export type PreviewLadderBody = In<typeof contract.PreviewLadderBody>;
export type PreviewPeopleBody = In<typeof contract.PreviewPeopleBody>;
export type DeliveryReminderList = Out<typeof contract.DeliveryReminderList>;
export type BriefingPeople = Out<typeof contract.BriefingPeople>;
export type BriefingTemplateList = Out<typeof contract.BriefingTemplateList>;
export type PreviewBriefingBody = In<typeof contract.PreviewBriefingBody>;
export type SendBriefingBody = In<typeof contract.SendBriefingBody>;
export type CorrectBriefingBody = In<typeof contract.CorrectBriefingBody>;
export type StopBriefingBody = In<typeof contract.StopBriefingBody>;
export type RobotList = Out<typeof contract.RobotList>;
export type CreateRobotBody = In<typeof contract.CreateRobotBody>;
export type UpdateRobotBody = In<typeof contract.UpdateRobotBody>;
export type PublishNoticeBody = In<typeof contract.PublishNoticeBody>;
export type AcceptNoticeBody = In<typeof contract.AcceptNoticeBody>;
export type ErasePersonBody = In<typeof contract.ErasePersonBody>;
export type CourseDetail = Out<typeof contract.CourseDetail>;
export type Question = Out<typeof contract.Question>;
export type Topic = Out<typeof contract.Topic>;
export type ImportRowErrorList = Out<typeof contract.ImportRowErrorList>;
export type SignInBody = In<typeof contract.SignInBody>;
export type ChangePasswordBody = In<typeof contract.ChangePasswordBody>;
export type UpdateMeBody = In<typeof contract.UpdateMeBody>;
export type IssueCredentialsBody = In<typeof contract.IssueCredentialsBody>;
export type IssuedCredentials = Out<typeof contract.IssuedCredentials>;
export type AudienceInput = In<typeof contract.Audience>;
export type PreviewAudienceRuleBody = In<typeof contract.PreviewAudienceRuleBody>;
export type RuleChange = In<typeof contract.RuleChange>;
export type UpdateAudienceRuleBody = In<typeof contract.UpdateAudienceRuleBody>;
export type CreateAudienceRuleBody = In<typeof contract.CreateAudienceRuleBody>;
export type Organisation = Out<typeof contract.Organisation>;
export type UpdateOrganisationBody = In<typeof contract.UpdateOrganisationBody>;
export type CertificationList = Out<typeof contract.CertificationList>;
export type AuditList = Out<typeof contract.AuditList>;
export type WaiveBody = In<typeof contract.WaiveBody>;
export type RevokeCertificationBody = In<typeof contract.RevokeBody>;
export type CompletionRowList = Out<typeof contract.CompletionRowList>;
export type IssuedCertificateList = Out<typeof contract.IssuedCertificateList>;
export type AnalyticsPerson = Out<typeof contract.AnalyticsPerson>;
export type CompletionTrend = Out<typeof contract.CompletionTrend>;
export type TopicResults = Out<typeof contract.TopicResults>;
export type HardestQuestions = Out<typeof contract.HardestQuestions>;
export type DropOff = Out<typeof contract.DropOff>;
export type Today = Out<typeof contract.Today>;
export type RevokeCertificateBody = In<typeof contract.RevokeCertificateBody>;
export type SignInState = Out<typeof contract.SignInState>;
export type PersonStatus = Out<typeof contract.PersonStatus>;
export type CreateDrillRunBody = In<typeof contract.CreateDrillRunBody>;
export type FollowUpList = Out<typeof contract.FollowUpList>;
export type PackSignerList = Out<typeof contract.PackSignerList>;
export type AddSignerBody = In<typeof contract.AddSignerBody>;
export type CastBody = In<typeof contract.CastBody>;
export type CreateDrillScheduleBody = In<typeof contract.CreateDrillScheduleBody>;
export type UpdateDrillScheduleBody = In<typeof contract.UpdateDrillScheduleBody>;
export type UpdateDrillOccurrenceBody = In<typeof contract.UpdateDrillOccurrenceBody>;
export type PreviewDrillScheduleBody = In<typeof contract.PreviewDrillScheduleBody>;
export type DrillConflicts = Out<typeof contract.DrillConflicts>;

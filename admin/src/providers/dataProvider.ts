import type { DataProvider, GetListParams, Identifier, RaRecord } from 'react-admin';
import { briefingVerbs } from './briefingVerbs.js';
import type * as c from './contract.js';
import { request, type Query, type QueryValue } from './http.js';
import { evidenceVerbs } from './evidenceVerbs.js';
import { notificationVerbs } from './notificationVerbs.js';
import { RESOURCES, type ResourceRules } from './resources.js';

interface Page {
  items: RaRecord[];
  total: number;
}

const MANY = 200;
const rulesOf = (resource: string): ResourceRules => RESOURCES[resource] ?? {};
const pathOf = (resource: string): string => rulesOf(resource).path ?? resource;
const at = (resource: string, id: Identifier): string =>
  `${pathOf(resource)}/${encodeURIComponent(String(id))}`;
const readAs = (resource: string) => (record: RaRecord) =>
  (rulesOf(resource).toForm as ((record: RaRecord) => RaRecord) | undefined)?.(record) ?? record;

/** Query of a list: page, size, sort, order, and the filters as they are. */
export function listQuery({ pagination, sort, filter }: Partial<GetListParams>): Query {
  return {
    page: pagination?.page,
    perPage: pagination?.perPage,
    ...(sort?.field && sort.field !== 'id'
      ? { sort: sort.field, order: sort.order === 'DESC' ? 'desc' : 'asc' }
      : {}),
    ...(filter as Record<string, QueryValue>),
  };
}

/** The fields of a form that differ from what was loaded; only writable ones, empty text as null. */
export function changedFields(
  data: RaRecord | object,
  previous: object,
  writable?: readonly string[],
): Record<string, unknown> {
  const before = previous as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([name]) => !writable || writable.includes(name))
      .map(([name, value]) => [name, value === '' ? null : value] as const)
      .filter(([name, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[name] ?? null)),
  );
}

async function readList(resource: string, params: Partial<GetListParams>, extra: Query = {}) {
  const { whole } = rulesOf(resource);
  const query = whole ? {} : { ...listQuery(params), ...extra };
  const { items, total } = await request<Page>('GET', pathOf(resource), { query, signal: params.signal });
  return { data: items.map(readAs(resource)), total };
}

async function readMany(resource: string, ids: Identifier[], signal?: AbortSignal): Promise<RaRecord[]> {
  const { whole, manyById } = rulesOf(resource);
  if (whole) return (await readList(resource, { signal })).data.filter((record) => ids.includes(record.id));
  if (!manyById)
    return Promise.all(
      ids.map(async (id) => readAs(resource)(await request<RaRecord>('GET', at(resource, id), { signal }))),
    );
  const pages = [];
  for (let from = 0; from < ids.length; from += MANY)
    pages.push(
      request<Page>('GET', pathOf(resource), {
        query: { id: ids.slice(from, from + MANY).map(String), perPage: MANY },
        signal,
      }),
    );
  return (await Promise.all(pages)).flatMap((page) => page.items.map(readAs(resource)));
}

async function send(resource: string, id: Identifier, data: object, previous: object): Promise<RaRecord> {
  const body = changedFields(data, previous, rulesOf(resource).writable);
  return readAs(resource)(await request<RaRecord>('PATCH', at(resource, id), { body }));
}

const crud = {
  supportAbortSignal: true,
  getList: readList,
  getOne: async (resource: string, { id, signal }: { id: Identifier; signal?: AbortSignal }) => ({
    data: readAs(resource)(await request<RaRecord>('GET', at(resource, id), { signal })),
  }),
  getMany: async (resource: string, { ids, signal }: { ids: Identifier[]; signal?: AbortSignal }) => ({
    data: await readMany(resource, ids, signal),
  }),
  getManyReference: (resource: string, params: Partial<GetListParams> & { target: string; id: Identifier }) =>
    readList(resource, params, { [params.target]: params.id }),
  create: async (resource: string, { data }: { data: object }) => ({
    data: readAs(resource)(
      await request<RaRecord>('POST', pathOf(resource), { body: changedFields(data, {}) }),
    ),
  }),
  update: async (
    resource: string,
    { id, data, previousData }: { id: Identifier; data: object; previousData?: object },
  ) => ({
    data: await send(resource, id, data, previousData ?? {}),
  }),
  updateMany: async (resource: string, { ids, data }: { ids: Identifier[]; data: object }) => {
    for (const id of ids) await send(resource, id, data, {});
    return { data: ids };
  },
  delete: async (resource: string, { id, previousData }: { id: Identifier; previousData?: RaRecord }) => {
    await request('DELETE', at(resource, id));
    return { data: previousData ?? { id } };
  },
  deleteMany: async (resource: string, { ids }: { ids: Identifier[] }) => {
    for (const id of ids) await request('DELETE', at(resource, id));
    return { data: ids };
  },
};

/** Operations that are more than reading and writing one record; one line each, typed by the contract. */
const verbs = {
  getMe: () => request<c.Me>('GET', 'me'),
  updateMe: (body: c.UpdateMeBody) => request<c.Me>('PATCH', 'me', { body }),
  issueCredentials: (body: c.IssueCredentialsBody) =>
    request<c.IssuedCredentials>('POST', 'people/credentials', { body }),
  signOutPerson: (id: string) => request<void>('POST', `people/${id}/sign-out`),
  getTrainingOf: (personId: string) =>
    request<c.CompletionRowList>('GET', 'completion/rows', {
      query: { personId, perPage: 200, sort: 'dueOn' },
    }),
  getCompletionBoard: (query: Query, signal?: AbortSignal) =>
    request<c.CompletionBoard>('GET', 'completion/board', { query, signal }),
  getCertificationBoard: (query: Query, signal?: AbortSignal) =>
    request<c.CertificationBoard>('GET', 'certification/board', { query, signal }),
  getCertificationsOf: (personId: string, signal?: AbortSignal) =>
    request<c.CertificationList>('GET', `people/${personId}/certifications`, { signal }),
  waive: (personId: string, programId: string, body: c.WaiveBody) =>
    request<c.CertificationList>('POST', `people/${personId}/certifications/${programId}/waivers`, { body }),
  endWaiver: (personId: string, programId: string, waiverId: string, reason: string) =>
    request<c.CertificationList>(
      'POST',
      `people/${personId}/certifications/${programId}/waivers/${waiverId}/end`,
      { body: { reason } },
    ),
  revokeCertification: (personId: string, programId: string, body: c.RevokeCertificationBody) =>
    request<c.CertificationList>('POST', `people/${personId}/certifications/${programId}/revoke`, { body }),
  getDecisionsAbout: (personId: string, signal?: AbortSignal) =>
    request<c.AuditList>('GET', 'audit', {
      query: { personId, kind: 'waivers', perPage: 50, sort: 'at', order: 'desc' },
      signal,
    }),
  whyProgram: (personId: string, programId: string, signal?: AbortSignal) =>
    request<c.Why>('GET', `people/${personId}/programs/${programId}/why`, { signal }),
  revokeCertificate: (id: string, body: c.RevokeCertificateBody) =>
    request<c.Certificate>('POST', `certificates/${id}/revoke`, { body }),
  getToday: () => request<c.Today>('GET', 'today'),
  getCompletionTrend: (query: Query, signal?: AbortSignal) =>
    request<c.CompletionTrend>('GET', 'analytics/completion-trend', { query, signal }),
  getTopicResults: (query: Query, signal?: AbortSignal) =>
    request<c.TopicResults>('GET', 'analytics/topics', { query, signal }),
  getHardestQuestions: (query: Query, signal?: AbortSignal) =>
    request<c.HardestQuestions>('GET', 'analytics/hardest-questions', { query, signal }),
  getDropOff: (query: Query, signal?: AbortSignal) =>
    request<c.DropOff>('GET', 'analytics/drop-off', { query, signal }),
  getCertificatesOf: (personId: string) =>
    request<c.IssuedCertificateList>('GET', 'certificates', {
      query: { personId, perPage: 200, sort: 'issuedAt', order: 'desc' },
    }),
  uploadRoster: (file: File) => {
    const body = new FormData();
    body.append('file', file);
    return request<c.PeopleImport>('POST', 'people-imports', { body });
  },
  getImportErrors: (id: string, page: number, perPage: number) =>
    request<c.ImportRowErrorList>('GET', `people-imports/${id}/errors`, { query: { page, perPage } }),
  commitImport: (id: string) => request<c.PeopleImport>('POST', `people-imports/${id}/commit`),
  previewAudienceRule: (body: c.PreviewAudienceRuleBody, signal?: AbortSignal) =>
    request<c.AudienceRulePreview>('POST', 'audience-rules/preview', { body, signal }),
  previewRuleDifference: (change: c.RuleChange, signal?: AbortSignal) =>
    request<c.RuleDifference>('POST', 'audience-rules/difference', { body: { change }, signal }),
  updateAudienceRule: (id: string, body: c.UpdateAudienceRuleBody) =>
    request<c.AudienceRule>('PATCH', `audience-rules/${id}`, { body }),
  createAudienceRule: (body: c.CreateAudienceRuleBody) =>
    request<c.AudienceRule>('POST', 'audience-rules', { body }),
  withdrawAudienceRule: (id: string) => request<c.AudienceRule>('POST', `audience-rules/${id}/withdraw`),
  createProgram: (body: c.CreateProgramBody) => request<c.ProgramDetail>('POST', 'programs', { body }),
  publishProgram: (id: string, body: c.PublishProgramBody) =>
    request<c.ProgramDetail>('POST', `programs/${id}/versions`, { body }),
  archiveProgram: (id: string) => request<c.ProgramDetail>('POST', `programs/${id}/archive`),
  restoreProgram: (id: string) => request<c.ProgramDetail>('POST', `programs/${id}/restore`),
  checkProgram: (body: c.CheckProgramBody, signal?: AbortSignal) =>
    request<c.ProgramCheck>('POST', 'programs/check', { body, signal }),
  previewCourseVersion: (id: string, tier: c.Tier, locale: c.Locale, signal?: AbortSignal) =>
    request<c.VersionPreview>('GET', `course-versions/${id}/preview`, { query: { tier, locale }, signal }),
  publishCourseVersion: (id: string) => request<c.CourseVersion>('POST', `course-versions/${id}/publish`),
  getScenarioVersion: (id: string, signal?: AbortSignal) =>
    request<c.ScenarioVersionDetail>('GET', `scenario-versions/${id}`, { signal }),
  publishScenarioVersion: (id: string) =>
    request<c.ScenarioVersion>('POST', `scenario-versions/${id}/publish`),
  uploadMsel: (scenarioId: string, file: File, mapping: c.MselMapping) => {
    const body = new FormData();
    body.append('mapping', JSON.stringify(mapping));
    body.append('file', file);
    return request<c.MselImport>('POST', `scenarios/${scenarioId}/msel-imports`, { body });
  },
  commitMsel: (scenarioId: string, importId: string) =>
    request<c.MselImport>('POST', `scenarios/${scenarioId}/msel-imports/${importId}/commit`),
  previewScenarioPack: (versionId: string, query: Query, signal?: AbortSignal) =>
    request<c.PackPreview>('GET', `scenario-versions/${versionId}/pack/preview`, { query, signal }),
  uploadScenarioPack: (file: File) =>
    request<c.ScenarioPackDetail>('POST', 'scenario-packs', { body: formWith(file) }),
  acceptScenarioPack: (id: string) => request<c.ScenarioPack>('POST', `scenario-packs/${id}/accept`),
  rejectScenarioPack: (id: string, reason: string) =>
    request<c.ScenarioPack>('POST', `scenario-packs/${id}/reject`, { body: { reason } }),
  reopenScenarioPack: (id: string, reason: string) =>
    request<c.ScenarioPack>('POST', `scenario-packs/${id}/reopen`, { body: { reason } }),
  listSigners: (signal?: AbortSignal) => request<c.PackSignerList>('GET', 'signers', { signal }),
  makeOwnSigner: () => request<c.PackSigner>('POST', 'signers/own'),
  addSigner: (body: c.AddSignerBody) => request<c.PackSigner>('POST', 'signers', { body }),
  trustSigner: (id: string, reason: string) =>
    request<c.PackSigner>('POST', `signers/${id}/trust`, { body: { reason } }),
  distrustSigner: (id: string, reason: string) =>
    request<c.PackSigner>('POST', `signers/${id}/distrust`, { body: { reason } }),
  getScoreDistributions: (scenarioId: string, signal?: AbortSignal) =>
    request<c.ScoreDistributions>('GET', `scenarios/${scenarioId}/score-distributions`, { signal }),
  uploadScoreNumbers: (file: File) =>
    request<c.ScoreNumbersReceipt>('POST', 'score-numbers', { body: formWith(file) }),
  createDrillRun: (body: c.CreateDrillRunBody) => request<c.DrillRunDetail>('POST', 'drill-runs', { body }),
  castDrillRun: (id: string, body: c.CastBody) =>
    request<c.DrillRunDetail>('PUT', `drill-runs/${id}/participants`, { body }),
  restartDrillRun: (id: string) =>
    request<c.DrillRunDetail>('POST', `drill-runs/${id}/restart`, { body: {} }),
  previewDrillSchedule: (body: c.PreviewDrillScheduleBody, signal?: AbortSignal) =>
    request<c.DrillSchedulePreview>('POST', 'drill-schedules/preview', { body, signal }),
  getDrillCadence: () => request<c.DrillCadence>('GET', 'drill-schedules/cadence'),
  createDrillSchedule: (body: c.CreateDrillScheduleBody) =>
    request<c.DrillScheduleDetail>('POST', 'drill-schedules', { body }),
  updateDrillSchedule: (id: string, body: c.UpdateDrillScheduleBody) =>
    request<c.DrillScheduleDetail>('PATCH', `drill-schedules/${id}`, { body }),
  cancelDrillSchedule: (id: string) => request<c.DrillScheduleDetail>('POST', `drill-schedules/${id}/cancel`),
  updateDrillOccurrence: (id: string, occurrenceId: string, body: c.UpdateDrillOccurrenceBody) =>
    request<c.DrillScheduleDetail>('PATCH', `drill-schedules/${id}/occurrences/${occurrenceId}`, { body }),
  cancelDrillOccurrence: (id: string, occurrenceId: string) =>
    request<c.DrillScheduleDetail>('POST', `drill-schedules/${id}/occurrences/${occurrenceId}/cancel`),
  listDrillConflicts: (id: string, signal?: AbortSignal) =>
    request<c.DrillConflicts>('GET', `drill-schedules/${id}/conflicts`, { signal }),
  checkDrillSchedule: (id: string, occurrenceId: string | undefined, signal?: AbortSignal) =>
    request<c.PreFlight>('GET', `drill-schedules/${id}/pre-flight`, { query: { occurrenceId }, signal }),
  retryDrillLetters: (id: string) => request<c.RetriedLetters>('POST', `drill-schedules/${id}/letters/retry`),
  getDrillReport: (id: string) => request<c.DrillReport>('GET', `drill-runs/${id}/report`),
  closeDrillReport: (id: string) => request<c.DrillReport>('POST', `drill-runs/${id}/report/close`),
  listDrillPhotos: (runId: string) => request<c.DrillPhotoList>('GET', `drill-runs/${runId}/photos`),
  listFollowUps: (runId: string) => request<c.FollowUpList>('GET', `drill-runs/${runId}/follow-ups`),
  undoFollowUp: (id: string) => request<c.FollowUp>('POST', `follow-ups/${id}/undo`),
  getReadinessBoard: (query: Query, signal?: AbortSignal) =>
    request<c.ReadinessBoard>('GET', 'readiness/board', { query, signal }),
  getMyNotice: () => request<c.MyNotice>('GET', 'me/notice'),
  acceptMyNotice: (body: c.AcceptNoticeBody) => request<c.MyNotice>('POST', 'me/notice/accept', { body }),
  listPrivacyNotices: (signal?: AbortSignal) =>
    request<c.PrivacyNotices>('GET', 'privacy-notices', { signal }),
  publishPrivacyNotice: (body: c.PublishNoticeBody) =>
    request<c.PrivacyNotices>('POST', 'privacy-notices', { body }),
  getPersonalRegister: (signal?: AbortSignal) =>
    request<c.PersonalRegister>('GET', 'personal-data/register', { signal }),
  getRetention: (signal?: AbortSignal) => request<c.Retention>('GET', 'personal-data/retention', { signal }),
  saveRetention: (body: c.RetentionSettings) =>
    request<c.Retention>('PUT', 'personal-data/retention', { body }),
  runRetention: () => request<c.Retention>('POST', 'personal-data/retention/run'),
  previewErasure: (personId: string, signal?: AbortSignal) =>
    request<c.ErasurePreview>('GET', `people/${personId}/erasure`, { signal }),
  erasePerson: (personId: string, body: c.ErasePersonBody) =>
    request<c.Erased>('POST', `people/${personId}/erasure`, { body }),
  getOrganisation: () => request<c.Organisation>('GET', 'organisation'),
  updateOrganisation: (body: c.UpdateOrganisationBody) =>
    request<c.Organisation>('PATCH', 'organisation', { body }),
};

function formWith(file: File): FormData {
  const body = new FormData();
  body.append('file', file);
  return body;
}

export const dataProvider = {
  ...crud,
  ...verbs,
  ...briefingVerbs,
  ...notificationVerbs,
  ...evidenceVerbs,
} as unknown as DataProvider &
  typeof verbs &
  typeof briefingVerbs &
  typeof notificationVerbs &
  typeof evidenceVerbs;
export type ReadyroomDataProvider = typeof dataProvider;

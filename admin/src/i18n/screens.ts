import { analyticsMessages } from '../analytics/messages.js';
import { conditionMessages } from '../audience-rules/condition/messages.js';
import { ruleMessages } from '../audience-rules/messages.js';
import { auditMessages } from '../audit/messages.js';
import { briefingMessages } from '../briefings/messages.js';
import { shiftMessages } from '../shifts/messages.js';
import { certificateMessages } from '../certificates/messages.js';
import { exceptionMessages } from '../certification/exceptions/messages.js';
import { certificationMessages } from '../certification/messages.js';
import { completionMessages } from '../completion/messages.js';
import { courseMessages } from '../courses/messages.js';
import { credentialMessages } from '../credentials/messages.js';
import { channelMessages } from '../channels/messages.js';
import { deliveryMessages } from '../deliveries/messages.js';
import { mailMessages } from '../mails/messages.js';
import { reminderMessages } from '../reminders/messages.js';
import { departmentMessages } from '../departments/messages.js';
import { drillReportMessages } from '../drill-reports/messages.js';
import { liveMessages } from '../drill-runs/live/messages.js';
import { wallMessages } from '../drill-runs/wall/messages.js';
import { recallMessages } from '../drill-runs/live/recall/messages.js';
import { drillScheduleMessages } from '../drill-schedules/messages.js';
import { drillRunMessages } from '../drill-runs/messages.js';
import { evidenceMessages } from '../evidence/messages.js';
import { importMessages } from '../people-imports/messages.js';
import { peopleMessages } from '../people/messages.js';
import { privacyMessages } from '../privacy/messages.js';
import { programMessages } from '../programs/messages.js';
import { questionMessages } from '../questions/messages.js';
import { readinessMessages } from '../readiness/messages.js';
import { packMessages } from '../scenario-packs/messages.js';
import { scenarioMessages } from '../scenarios/messages.js';
import { mselImportMessages } from '../scenarios/msel-import/messages.js';
import { settingsMessages } from '../settings/messages.js';
import { todayMessages } from '../today/messages.js';
import type { Messages } from './messages.js';

/** The texts of each screen; a new resource adds its `messages` here. */
export const screens: readonly { en: Messages; zh: Messages }[] = [
  peopleMessages,
  departmentMessages,
  importMessages,
  credentialMessages,
  courseMessages,
  questionMessages,
  ruleMessages,
  conditionMessages,
  ...programMessages,
  completionMessages,
  certificationMessages,
  exceptionMessages,
  analyticsMessages,
  certificateMessages,
  todayMessages,
  settingsMessages,
  privacyMessages,
  briefingMessages,
  shiftMessages,
  reminderMessages,
  deliveryMessages,
  channelMessages,
  mailMessages,
  scenarioMessages,
  mselImportMessages,
  ...packMessages,
  drillRunMessages,
  liveMessages,
  drillScheduleMessages,
  recallMessages,
  wallMessages,
  drillReportMessages,
  readinessMessages,
  auditMessages,
  evidenceMessages,
];

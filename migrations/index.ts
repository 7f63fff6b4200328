import { Foundation1763800000000 } from './1763800000000-foundation.js';
import { People1763800100000 } from './1763800100000-people.js';
import { Courses1763800200000 } from './1763800200000-courses.js';
import { Learning1763800300000 } from './1763800300000-learning.js';
import { Assignments1763800400000 } from './1763800400000-assignments.js';
import { Analytics1763800500000 } from './1763800500000-analytics.js';
import { Scenarios1764000000000 } from './1764000000000-scenarios.js';
import { DrillRuns1764000100000 } from './1764000100000-drill-runs.js';
import { DrillSchedules1764000200000 } from './1764000200000-drill-schedules.js';
import { DrillReports1764000300000 } from './1764000300000-drill-reports.js';
import { Readiness1764000400000 } from './1764000400000-readiness.js';
import { ScenarioPacks1764000500000 } from './1764000500000-scenario-packs.js';
import { ScoreNumbers1764000600000 } from './1764000600000-score-numbers.js';
import { PackDecisions1764000700000 } from './1764000700000-pack-decisions.js';
import { DrillVeil1764000750000 } from './1764000750000-drill-veil.js';
import { DrillWalls1764000800000 } from './1764000800000-drill-walls.js';
import { Programs1764100000000 } from './1764100000000-programs.js';
import { Certification1764100100000 } from './1764100100000-certification.js';
import { Notifications1764100200000 } from './1764100200000-notifications.js';
import { Evidence1764100300000 } from './1764100300000-evidence.js';
import { Audit1764100350000 } from './1764100350000-audit.js';
import { RuleRuns1764100400000 } from './1764100400000-rule-runs.js';
import { TeamReminders1764100500000 } from './1764100500000-team-reminders.js';
import { PersonalData1764100600000 } from './1764100600000-personal-data.js';
import { Briefings1764100700000 } from './1764100700000-briefings.js';
import { NoticeOfProduct1764100750000 } from './1764100750000-notice-of-product.js';
import { DrillPhotos1764100800000 } from './1764100800000-drill-photos.js';
import { BriefingJoiners1764101000000 } from './1764101000000-briefing-joiners.js';
import { WaiverEnds1764101100000 } from './1764101100000-waiver-ends.js';
import { ProgramStandingOrder1764101110000 } from './1764101110000-program-standing-order.js';
import { DeliveryMailIndex1764101200000 } from './1764101200000-delivery-mail-index.js';
import { DeliveryRobotOpen1764101200001 } from './1764101200001-delivery-robot-open.js';

/** Every migration, oldest first. A published one is never edited. */
export const migrations = [
  Foundation1763800000000,
  People1763800100000,
  Courses1763800200000,
  Learning1763800300000,
  Assignments1763800400000,
  Analytics1763800500000,
  Scenarios1764000000000,
  DrillRuns1764000100000,
  DrillSchedules1764000200000,
  DrillReports1764000300000,
  Readiness1764000400000,
  ScenarioPacks1764000500000,
  ScoreNumbers1764000600000,
  PackDecisions1764000700000,
  DrillVeil1764000750000,
  DrillWalls1764000800000,
  Programs1764100000000,
  Certification1764100100000,
  Notifications1764100200000,
  Evidence1764100300000,
  Audit1764100350000,
  RuleRuns1764100400000,
  TeamReminders1764100500000,
  PersonalData1764100600000,
  Briefings1764100700000,
  NoticeOfProduct1764100750000,
  DrillPhotos1764100800000,
  BriefingJoiners1764101000000,
  WaiverEnds1764101100000,
  ProgramStandingOrder1764101110000,
  DeliveryMailIndex1764101200000,
  DeliveryRobotOpen1764101200001,
];

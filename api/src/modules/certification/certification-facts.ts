import type { ProgramDocument, ProgramItem, Text } from '@readyroom/contract';
import { addDays } from '../../platform/clock/clock.js';
import type { Sql } from '../../platform/database/database.js';
import { progressOf, type PathProgress } from './path-progress.js';
import type { OrganisationDay } from '../standings/index.js';
import { addMonths, type ValidPeriod } from './renewal.js';

/** A completed period as it is stored. */
export interface HeldPeriod extends ValidPeriod {
  readonly number: number;
  readonly revoked: boolean;
}
/** The renewal that is asked for next; what is done from `opensOn` on counts. */
export interface OpenPeriod {
  readonly id: string;
  readonly number: number;
  readonly path: 'full' | 'refresher';
  readonly opensOn: string;
  readonly pulledForward: boolean;
}
interface CourseFact {
  readonly courseId: string;
  readonly title: Text;
  /** Days of its completions, oldest first. */
  readonly doneOn: readonly string[];
  /** Day of the last activity in the present enrolment. */
  readonly activeOn: string | null;
}
interface DrillFact {
  readonly endedOn: string;
  readonly crisisType: string;
  readonly solo: boolean;
  readonly weak: boolean;
}
/** All that decides about one person in one program. */
export interface CertificationFacts {
  readonly versionId: string;
  readonly document: ProgramDocument;
  readonly assigned: boolean;
  /** The newest completed period. */
  readonly held: HeldPeriod | null;
  readonly open: OpenPeriod | null;
  readonly courses: readonly CourseFact[];
  readonly drills: readonly DrillFact[];
}

/** What is asked of somebody today, and how far they are with it. */
export interface Asked {
  readonly path: 'full' | 'refresher';
  readonly number: number;
  /** What was done before does not count; null = everything counts. */
  readonly since: string | null;
  readonly progress: PathProgress;
}

/** Null when the program does not exist. The person is read as they are in `sql`. */
export async function readFacts(
  sql: Sql,
  personId: string,
  programId: string,
  { timeZone }: OrganisationDay,
): Promise<CertificationFacts | null> {
  const [row] = await sql.prepared<CertificationFacts>('certification_facts', FACTS, [
    personId,
    programId,
    timeZone,
  ]);
  return row ?? null;
}

/** Null when nothing is asked: a valid certification whose renewal is not open yet, or one that never expires. */
export function askedOn(facts: CertificationFacts, today: string): Asked | null {
  const { document, held, open } = facts;
  if (held && (!open || open.opensOn > today)) return null;
  const path = open?.path ?? 'full';
  const since = laterOf(open?.opensOn ?? null, creditFrom(document, today));
  const items = path === 'refresher' && document.refresher.length > 0 ? document.refresher : document.path;
  return {
    path,
    number: open?.number ?? 1,
    since,
    progress: progressOf(items, doneSince(facts, since), titles(facts)),
  };
}

/** What was done before counts as long as it would still be valid today: the first such day. */
function creditFrom({ renewal }: ProgramDocument, today: string): string | null {
  const months = renewal.validityMonths;
  if (months === null) return null;
  let day = addMonths(today, -months);
  // Months have different lengths: a step or a few more until the last valid day is not before today.
  while (addDays(addMonths(day, months), -1) < today) day = addDays(day, 1);
  return day;
}

const laterOf = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : a > b ? a : b;

function doneSince({ courses, drills }: CertificationFacts, since: string | null) {
  const counts = (day: string): boolean => since === null || day >= since;
  return {
    doneOn(item: Exclude<ProgramItem, { kind: 'group' }>): string | null {
      if (item.kind === 'course')
        return courses.find(({ courseId }) => courseId === item.courseId)?.doneOn.find(counts) ?? null;
      return (
        drills.find(
          (drill) =>
            counts(drill.endedOn) &&
            (item.crisisTypes.length === 0 || item.crisisTypes.includes(drill.crisisType)) &&
            (item.solo || !drill.solo) &&
            (!item.pass || !drill.weak),
        )?.endedOn ?? null
      );
    },
    begun(item: Exclude<ProgramItem, { kind: 'group' }>): boolean {
      if (item.kind === 'drill') return false;
      const activeOn = courses.find(({ courseId }) => courseId === item.courseId)?.activeOn;
      return activeOn != null && counts(activeOn);
    },
  };
}

const titles =
  ({ courses }: CertificationFacts) =>
  (courseId: string): Text =>
    courses.find((course) => course.courseId === courseId)?.title ?? {
      zh: '已停用的课程',
      en: 'Retired course',
    };

/** $1 person, $2 program, $3 time zone of the organisation. */
const FACTS = `
  SELECT v.id AS "versionId", v.document,
    EXISTS (SELECT 1 FROM program_assignment a JOIN person p ON p.id = a.person_id AND p.status = 'active'
            WHERE a.person_id = $1 AND a.program_id = g.id AND a.withdrawn_at IS NULL) AS assigned,
    (SELECT json_build_object('number', h.number, 'validFrom', h.valid_from, 'validUntil', nullif(h.valid_until, 'infinity'),
       'anchorOn', h.anchor_on, 'cycle', h.cycle, 'validityMonths', h.validity_months, 'revoked', h.revoked_at IS NOT NULL)
     FROM certification_period h WHERE h.person_id = $1 AND h.program_id = g.id AND h.completed_at IS NOT NULL
     ORDER BY h.number DESC LIMIT 1) AS held,
    (SELECT json_build_object('id', o.id, 'number', o.number, 'path', o.path, 'opensOn', o.opens_on,
       'pulledForward', o.pulled_forward IS NOT NULL)
     FROM certification_period o WHERE o.person_id = $1 AND o.program_id = g.id AND o.completed_at IS NULL) AS open,
    (SELECT coalesce(json_agg(json_build_object('courseId', c.id, 'title', t.title,
       'doneOn', (SELECT coalesce(json_agg((d.completed_at AT TIME ZONE $3)::date ORDER BY d.completed_at), '[]')
                  FROM completion d WHERE d.person_id = $1 AND d.course_id = c.id),
       'activeOn', (SELECT (e.last_activity_at AT TIME ZONE $3)::date FROM enrolment e
                    WHERE e.person_id = $1 AND e.course_id = c.id AND e.superseded_at IS NULL))), '[]')
     FROM course c JOIN course_version t ON t.id = c.published_version_id
     WHERE c.id IN (SELECT course_id FROM program_course WHERE program_id = g.id)) AS courses,
    (SELECT coalesce(json_agg(json_build_object('endedOn', (r.ended_at AT TIME ZONE $3)::date, 'solo', r.mode = 'solo',
       'crisisType', s.document ->> 'crisisType',
       'weak', EXISTS (SELECT 1 FROM drill_objective o JOIN drill_holder m ON m.run_id = o.run_id AND m.seat = o.seat
                       WHERE o.run_id = r.id AND m.person_id = $1 AND o.weak)) ORDER BY r.ended_at), '[]')
     FROM drill_run r JOIN scenario_version s ON s.id = r.scenario_version_id
     WHERE r.status = 'ended' AND r.id IN (SELECT run_id FROM drill_holder WHERE person_id = $1)) AS drills
  FROM program g JOIN program_version v ON v.id = g.version_id WHERE g.id = $2`;

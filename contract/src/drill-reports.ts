import { z } from 'zod';
import { IsoDate, IsoDateTime, Locale, Text, Tier, Uuid } from './common.js';
import { Rating } from './drill-log.js';
import { DrillRun, ParticipantRole } from './drill-runs.js';
import { Metric, MetricKey, RunScore, SeatScore } from './drill-scores.js';
import { HotWashShown } from './hot-wash.js';
import { ActionStatus } from './improvement-actions.js';

/** What comes after a run: the report that is made of its log, for staff whole, for a participant their part of it. */
const seconds = z.number().int().nonnegative().describe('Scenario time in seconds');
const seat = z.string().describe('Key of a seat');

export const TIMELINE_KINDS = [
  'status',
  'phase',
  'inject',
  'decision',
  'statement',
  'message',
  'reply',
  'notified',
  'alert',
  'sitrep',
  'missed',
  'rating',
  'note',
] as const;

export const TimelineItem = z
  .object({
    at: seconds,
    seq: z.number().int().nullable().describe('Entry of the log; null = the scenario did it'),
    kind: z.enum(TIMELINE_KINDS),
    by: seat.nullable(),
    what: Text,
  })
  .meta({ id: 'DrillTimelineItem' });
export type TimelineItem = z.infer<typeof TimelineItem>;

const series = z.array(z.number().int()).describe('Hostile posts since the start at each of the minutes');
const band = z.object({ p10: series, p50: series, p90: series });

/** How the public reacted, beside what chance alone could have made of the same actions. Never a grade. */
export const OutcomeFeedback = z
  .object({
    seeds: z.number().int().min(30),
    minutes: z.array(z.number().int()),
    real: series,
    answered: band.describe('The same actions under other seeds'),
    unanswered: band.describe('The same without any statement'),
    endedLower: z
      .object({ answered: z.number(), unanswered: z.number() })
      .describe('Share of seeds that ended with fewer hostile posts than this run, 0-1'),
    adapted: z.number().int().describe('Actions left out because their posts belong to the real seed'),
  })
  .meta({ id: 'DrillOutcomeFeedback' });
export type OutcomeFeedback = z.infer<typeof OutcomeFeedback>;

const outcome = z.object({
  statementMinute: z.number().describe('Minutes of the scenario at which the first statement was out'),
  hostile: z.number().int().describe('Hostile posts until the end'),
  peakHeat: z.number().int(),
});
export const WhatIf = z
  .object({
    seq: z.number().int().describe('The entry of the log that was moved: the first statement published'),
    shiftMinutes: z.number().int().describe('Later is positive'),
    before: outcome,
    after: outcome.extend({
      statementMinute: outcome.shape.statementMinute
        .nullable()
        .describe('Null when no statement would then have come out'),
    }),
    refusal: Text.nullable().describe(
      'Why the moved statement itself would then have been refused; null when it would have come out',
    ),
    refused: z.number().int().describe('Actions that would then not have counted'),
    adapted: z.number().int().describe('Actions left out because their posts would not have been there'),
  })
  .meta({ id: 'DrillWhatIf' });
export type WhatIf = z.infer<typeof WhatIf>;

/** With these five a run can be played again anywhere, and comes out with the same hash. */
export const ReplayCertificate = z
  .object({
    scenarioHash: z.string(),
    engineVersion: z.string(),
    seed: z.number().int(),
    logSha256: z.string(),
    logEntries: z.number().int(),
    stateHash: z.string().describe('Of the state that replaying the log ends in'),
    matches: z
      .boolean()
      .nullable()
      .describe('Whether it is the one noted when the run ended; null when none was noted'),
    command: z.string(),
  })
  .meta({ id: 'DrillReplayCertificate' });
export type ReplayCertificate = z.infer<typeof ReplayCertificate>;

export const MetricMeaning = z
  .object({ key: MetricKey, name: Text, meaning: Text })
  .meta({ id: 'DrillMetricMeaning' });
export type MetricMeaning = z.infer<typeof MetricMeaning>;

export const MetricPart = z
  .object({ part: z.string(), title: Text })
  .meta({ id: 'DrillMetricPart', description: 'What the `part` of a number is called' });
export type MetricPart = z.infer<typeof MetricPart>;

const named = z.object({ id: Uuid, name: z.string() });

export const EarlierRun = z
  .object({
    runId: Uuid,
    endedAt: IsoDateTime,
    metrics: z.array(z.object({ key: MetricKey, part: z.string().nullable(), value: z.number().nullable() })),
  })
  .meta({ id: 'EarlierDrillRun' });
export type EarlierRun = z.infer<typeof EarlierRun>;

export const DrillReport = z
  .object({
    mark: z.literal('DRILL 演练'),
    run: DrillRun,
    organisation: z.string(),
    timeZone: z.string(),
    closedAt: IsoDateTime.nullable().describe(
      'Closed by the facilitator: the hot wash takes no more answers',
    ),
    cast: z.array(z.object({ seat, title: Text, tier: Tier, played: z.boolean(), people: z.array(named) })),
    staff: z.array(z.object({ role: ParticipantRole, person: named })),
    score: RunScore,
    meanings: z.array(MetricMeaning),
    parts: z.array(MetricPart),
    timeline: z.array(TimelineItem),
    feedback: OutcomeFeedback,
    whatIf: z.array(WhatIf).describe('Empty when nobody published a statement'),
    earlier: z
      .array(EarlierRun)
      .describe('Up to five runs of the scenario before this one, the latest first'),
    hotWash: z.array(HotWashShown),
    photos: z.number().int().describe('How many were taken; files of the report leave them out'),
    followUps: z.array(z.object({ courseId: Uuid, title: Text, people: z.number().int() })),
    actions: z.array(
      z.object({ id: Uuid, what: z.string(), owner: named, dueOn: IsoDate, status: ActionStatus }),
    ),
    certificate: ReplayCertificate,
    honesty: z.array(Text),
  })
  .meta({ id: 'DrillReport' });
export type DrillReport = z.infer<typeof DrillReport>;

export const DrillReportFileQuery = z.object({
  locale: Locale.optional().describe('That of the reader when left out'),
});

const objective = z.object({
  objective: z.string(),
  title: Text,
  suggestion: Rating.nullable(),
  final: Rating.nullable(),
  weak: z.boolean(),
  course: z.object({ id: Uuid, title: Text }).nullable().describe('That helps when this was weak'),
});

/** What somebody who took part may read: the whole run, and themselves; nothing about any other seat. */
export const MyDrillReport = z
  .object({
    mark: z.literal('DRILL 演练'),
    run: DrillRun,
    closedAt: IsoDateTime.nullable(),
    metrics: z.array(Metric).describe('Of the whole run'),
    objectives: z.array(objective).describe('Of the whole run'),
    me: z
      .object({
        seat,
        title: Text,
        metrics: z.array(Metric),
        objectives: SeatScore.shape.objectives,
      })
      .nullable()
      .describe('Null for those who did not play'),
    meanings: z.array(MetricMeaning),
    parts: z.array(MetricPart),
    timeline: z.array(TimelineItem).describe('What everybody or the own seat could see, and own actions'),
    feedback: OutcomeFeedback,
    whatIf: z.array(WhatIf),
    honesty: z.array(Text),
  })
  .meta({ id: 'MyDrillReport' });
export type MyDrillReport = z.infer<typeof MyDrillReport>;

export const FOLLOW_UP_OUTCOMES = ['assigned', 'assigned_again', 'already_open', 'completed_since'] as const;
/** Why a course was assigned after a run, to whom, and whether it was taken back. */
export const FollowUp = z
  .object({
    id: Uuid,
    course: z.object({ id: Uuid, title: Text }),
    objectives: z.array(z.object({ key: z.string(), title: Text, final: Rating })),
    people: z.array(
      z.object({
        id: Uuid,
        name: z.string(),
        outcome: z
          .enum(FOLLOW_UP_OUTCOMES)
          .describe(
            'Again = had completed it before the run. Who had it open, or completed it since, got nothing new',
          ),
      }),
    ),
    ruleId: Uuid.nullable().describe('Null when nobody got anything new'),
    dueOn: IsoDate.nullable(),
    createdAt: IsoDateTime,
    undoneAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'DrillFollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;
export const FollowUpList = z.object({ items: z.array(FollowUp) }).meta({ id: 'DrillFollowUpList' });

import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Locale, Text, Tier, Uuid } from './common.js';
import { CaseNode, CaseStep, LessonBlock, LessonSource } from './lesson-blocks.js';

export const CourseVersion = z
  .object({
    id: Uuid,
    courseId: Uuid,
    number: z.number().int(),
    status: z.enum(['draft', 'published', 'retired']),
    importedAt: IsoDateTime,
    publishedAt: IsoDateTime.nullable(),
    learners: z.number().int().describe('People learning on this version and not finished'),
    completions: z.number().int(),
    changes: z
      .object({ added: z.number().int(), changed: z.number().int(), removed: z.number().int() })
      .nullable()
      .describe('Lessons and questions against the version before; null for the first'),
  })
  .meta({ id: 'CourseVersion' });
export type CourseVersion = z.infer<typeof CourseVersion>;

export const Course = z
  .object({
    id: Uuid,
    slug: z.string(),
    position: z.number().int(),
    title: Text,
    summary: Text,
    publishedVersion: z.object({ id: Uuid, number: z.number().int() }).nullable(),
    draftVersion: z.object({ id: Uuid, number: z.number().int() }).nullable(),
    lessons: z.number().int(),
    questions: z.number().int().describe('In the pool of the quiz'),
    minutes: z.object({
      executive: z.number().int(),
      manager: z.number().int(),
      frontline: z.number().int(),
    }),
    learners: z.number().int(),
    completions: z.number().int(),
  })
  .meta({ id: 'Course' });
export type Course = z.infer<typeof Course>;
export const CourseList = listOf(Course, 'CourseList');
export const CoursesQuery = listQuery(['position', 'slug'], {});

export const CourseDetail = Course.extend({
  outcomes: z.array(Text),
  versions: z.array(CourseVersion).describe('Newest first'),
}).meta({ id: 'CourseDetail' });

/** A whole version for reading and preview: everything a trainer may see, keys of cases included. */
export const VersionPreview = z
  .object({
    id: Uuid,
    courseId: Uuid,
    number: z.number().int(),
    status: CourseVersion.shape.status,
    tier: Tier,
    locale: Locale,
    title: z.string(),
    summary: z.string(),
    outcomes: z.array(z.string()),
    minutes: z.number().int(),
    modules: z.array(
      z.object({
        id: Uuid,
        title: z.string(),
        lessons: z.array(
          z.object({
            id: Uuid,
            title: z.string(),
            tiers: z.array(Tier).nullable(),
            minutes: z.number().int(),
            blocks: z.array(LessonBlock),
            case: z
              .object({
                startId: Uuid,
                nodes: z.array(
                  CaseNode.extend({
                    outcomes: z.array(
                      CaseStep.pick({
                        chosenOptionId: true,
                        quality: true,
                        consequenceHtml: true,
                        feedbackHtml: true,
                      }).extend({
                        nextNodeId: Uuid.nullable(),
                      }),
                    ),
                  }),
                ),
                debriefHtml: z.string(),
              })
              .nullable(),
            sources: z.array(LessonSource),
          }),
        ),
      }),
    ),
    quiz: z.object({
      id: Uuid,
      title: z.string(),
      passPercent: z.number().int(),
      attempts: z.number().int(),
      limitMinutes: z.number().int(),
      draw: z.array(
        z.object({
          topic: z.string(),
          topicTitle: z.string(),
          difficulty: z.number().int().nullable(),
          scope: z.enum(['any', 'tier']),
          count: z.number().int(),
          pool: z.number().int().describe('Questions this stratum draws from for this tier'),
        }),
      ),
    }),
  })
  .meta({ id: 'VersionPreview' });
export type VersionPreview = z.infer<typeof VersionPreview>;

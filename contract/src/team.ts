import { z } from 'zod';
import { ProgramStatus } from './certification.js';
import { IsoDate, IsoDateTime, Text, Uuid } from './common.js';

export const TEAM_REACHES = ['direct', 'all'] as const;
export const TeamReach = z.enum(TEAM_REACHES);
export type TeamReach = z.infer<typeof TeamReach>;

/** Statuses for which a manager should look up. Together with overdue courses they are "needs attention". */
export const ATTENTION_STATUSES = [
  'overdue',
  'revoked',
  'in_grace',
  'expiring_soon',
] as const satisfies readonly ProgramStatus[];

export const TeamQuery = z.object({
  reach: TeamReach.default('direct').describe('Direct reports, or everybody below'),
  attention: z.enum(['true', 'false']).default('false').describe('Only people who need attention'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(50),
});
export type TeamQuery = z.infer<typeof TeamQuery>;

export const TeamReminder = z
  .object({
    at: IsoDateTime,
    by: z.object({ id: Uuid, name: z.string() }),
  })
  .meta({ id: 'TeamReminder' });
export type TeamReminder = z.infer<typeof TeamReminder>;

/** One report as their manager sees them: where they stand, and nothing of how they did. */
export const TeamMember = z
  .object({
    person: z.object({ id: Uuid, name: z.string(), englishName: z.string().nullable() }),
    position: z.string().nullable(),
    department: z.string(),
    direct: z.boolean(),
    programs: z.array(
      z.object({
        id: Uuid,
        title: Text,
        status: ProgramStatus,
        dueOn: IsoDate.nullable(),
        graceUntil: IsoDate.nullable(),
        validUntil: IsoDate.nullable(),
      }),
    ),
    courses: z
      .array(z.object({ id: Uuid, title: Text, dueOn: IsoDate }))
      .describe('Overdue courses that belong to none of these programs'),
    attention: z.boolean(),
    remindable: z.boolean().describe('Something is still to be done'),
    reminded: TeamReminder.nullable().describe('Today'),
  })
  .meta({ id: 'TeamMember' });
export type TeamMember = z.infer<typeof TeamMember>;

export const Team = z
  .object({
    today: IsoDate,
    direct: z.number().int().describe('Direct reports who are here'),
    all: z.number().int().describe('Everybody below who is here'),
    attention: z.number().int().describe('Of those asked for: how many need attention'),
    items: z.array(TeamMember).describe('The most urgent first'),
    total: z.number().int(),
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

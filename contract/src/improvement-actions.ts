import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Uuid } from './common.js';

/**
 * What somebody will change after a drill. `verified` is set by nobody: a later run that passes the same objective of
 * the same scenario does.
 */
export const ACTION_STATUSES = ['open', 'in_progress', 'done', 'verified', 'dropped'] as const;
export const ActionStatus = z.enum(ACTION_STATUSES);
export type ActionStatus = z.infer<typeof ActionStatus>;
const SettableStatus = ActionStatus.exclude(['verified']);

const proof = z.string().trim().max(2_000);
const fields = {
  what: z.string().trim().min(1).max(500),
  ownerId: Uuid,
  startOn: IsoDate,
  dueOn: IsoDate,
};
const ordered = (body: { startOn?: string | undefined; dueOn?: string | undefined }): boolean =>
  !body.startOn || !body.dueOn || body.startOn <= body.dueOn;
const ORDER = { path: ['dueOn'], message: 'Due before it starts' };

export const CreateImprovementActionBody = z
  .strictObject({
    ...fields,
    scenarioId: Uuid,
    objective: z.string().max(60),
    runId: Uuid.nullable().default(null).describe('The run that showed the need'),
  })
  .refine(ordered, ORDER)
  .meta({ id: 'CreateImprovementActionBody' });

export const UpdateImprovementActionBody = z
  .strictObject({ ...fields, status: SettableStatus, proof })
  .partial()
  .refine(ordered, ORDER)
  .meta({ id: 'UpdateImprovementActionBody' });

/** What the owner of an action may change. */
export const UpdateMyActionBody = z
  .strictObject({ status: ActionStatus.extract(['open', 'in_progress', 'done']), proof })
  .partial()
  .meta({ id: 'UpdateMyActionBody' });

export const ImprovementAction = z
  .object({
    id: Uuid,
    what: z.string(),
    owner: z.object({ id: Uuid, name: z.string() }),
    scenario: z.object({ id: Uuid, title: Text }),
    objective: z.object({ key: z.string(), title: Text }),
    runId: Uuid.nullable(),
    startOn: IsoDate,
    dueOn: IsoDate,
    overdue: z.boolean(),
    status: ActionStatus,
    proof: z.string(),
    createdAt: IsoDateTime,
    doneAt: IsoDateTime.nullable(),
    verified: z.object({ runId: Uuid, at: IsoDateTime }).nullable(),
  })
  .meta({ id: 'ImprovementAction' });
export type ImprovementAction = z.infer<typeof ImprovementAction>;
export const ImprovementActionList = listOf(ImprovementAction, 'ImprovementActionList');
export const ImprovementActionsQuery = listQuery(['dueOn', 'createdAt'] as const, {
  status: oneOrMore(ActionStatus),
  ownerId: Uuid.optional(),
  scenarioId: Uuid.optional(),
  runId: Uuid.optional(),
});

export const MyActions = z
  .object({
    items: z.array(ImprovementAction),
    reminders: z
      .array(
        z.object({
          id: Uuid,
          actionId: Uuid,
          what: z.string(),
          step: z.enum(['week_before', 'due_day', 'overdue']),
          weeks: z.number().int().describe('Weeks overdue, 0 before'),
          dueOn: IsoDate,
          createdAt: IsoDateTime,
        }),
      )
      .describe('The latest first'),
  })
  .meta({ id: 'MyActions' });
export type MyActions = z.infer<typeof MyActions>;

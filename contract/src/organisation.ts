import { z } from 'zod';

export const Organisation = z
  .object({ name: z.string(), timeZone: z.string(), hasDemoData: z.boolean() })
  .meta({ id: 'Organisation' });
export const UpdateOrganisationBody = z
  .strictObject({
    name: z.string().trim().min(1).max(100).optional(),
    timeZone: z
      .string()
      .refine(
        (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
        'Unknown time zone',
      )
      .optional(),
  })
  .meta({ id: 'UpdateOrganisationBody' });

export const Health = z
  .object({
    status: z.enum(['ok', 'degraded']),
    database: z.boolean(),
    queue: z.boolean(),
    version: z.string(),
  })
  .meta({ id: 'Health' });

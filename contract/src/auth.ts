import { z } from 'zod';
import { AccessRole, IsoDateTime, Locale, Tier, Uuid } from './common.js';

export const SignInBody = z
  .strictObject({
    login: z.string().trim().min(1).max(320).describe('E-mail address or employee number'),
    password: z.string().min(1).max(200),
  })
  .meta({ id: 'SignInBody' });

export const RedeemLinkBody = z
  .strictObject({ token: z.string().min(20).max(100).describe('From the one-time sign-in link') })
  .meta({ id: 'RedeemLinkBody' });

export const PASSWORD_MIN_LENGTH = 10;
/** The current password is left out when it was a one-time link that brought the person here. */
export const ChangePasswordBody = z
  .strictObject({
    currentPassword: z.string().min(1).max(200).optional(),
    newPassword: z.string().min(1).max(200),
  })
  .meta({ id: 'ChangePasswordBody' });

export const PERMISSIONS = [
  'me.read',
  'me.write',
  'learning.read',
  'learning.write',
  'person.read',
  'person.write',
  'person.import',
  'person.grant',
  'department.read',
  'department.write',
  'course.read',
  'course.publish',
  'question.read',
  'audience_rule.read',
  'audience_rule.write',
  'completion.read',
  'completion.export',
  'analytics.read',
  'certificate.read',
  'certificate.revoke',
  'organisation.read',
  'organisation.write',
  'scenario.read',
  'scenario.write',
  'scenario.publish',
  'drill.read',
  'drill.run',
  'mail.read',
  'readiness.read',
  'readiness.read_people',
  'signer.trust',
  'program.read',
  'program.write',
  'certification.read',
  'certification.write',
  'reminder.read',
  'reminder.write',
  'delivery.read',
  'channel.write',
  'evidence.read',
  'audit.read',
  'privacy.read',
  'privacy.write',
  'person.erase',
  'briefing.read',
  'briefing.send',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Who is signed in. Interfaces read `allowedOperations` and never work out rights themselves. */
export const Me = z
  .object({
    id: Uuid,
    employeeNo: z.string(),
    name: z.string(),
    englishName: z.string().nullable(),
    email: z.string().nullable(),
    locale: Locale,
    tier: Tier,
    roles: z.array(AccessRole),
    department: z.object({ id: Uuid, name: z.string() }),
    scopeDepartment: z.object({ id: Uuid, name: z.string() }).nullable().describe('Limit of trainers and HR'),
    leadsTeam: z.boolean().describe('Has people below, see listMyTeam'),
    mustChangePassword: z.boolean(),
    mustAcceptNotice: z.boolean().describe('There is a notice on personal data that they have not accepted'),
    allowedOperations: z.array(z.enum(PERMISSIONS)),
    organisation: z.object({ name: z.string(), timeZone: z.string() }),
    signedInAt: IsoDateTime,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const UpdateMeBody = z.strictObject({ locale: Locale.optional() }).meta({ id: 'UpdateMeBody' });

import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, Locale, Text, Tier, Uuid } from './common.js';

export const Certificate = z
  .object({
    id: Uuid,
    code: z.string().describe('Public verification code'),
    courseId: Uuid,
    courseTitle: Text,
    versionNumber: z.number().int(),
    tier: Tier,
    scorePercent: z.number().int().nullable(),
    issuedAt: IsoDateTime,
    revokedAt: IsoDateTime.nullable(),
    verifyUrl: z.string(),
  })
  .meta({ id: 'Certificate' });
export type Certificate = z.infer<typeof Certificate>;
export const CertificateList = z
  .object({ items: z.array(Certificate), total: z.number().int() })
  .meta({ id: 'CertificateList' });
export type CertificateList = z.infer<typeof CertificateList>;

/** A certificate as trainers, HR and auditors see it. */
export const IssuedCertificate = Certificate.extend({
  person: z.object({ id: Uuid, name: z.string(), employeeNo: z.string() }),
  departmentPath: z.string(),
  revokedReason: z.string().nullable(),
}).meta({ id: 'IssuedCertificate' });
export type IssuedCertificate = z.infer<typeof IssuedCertificate>;
export const IssuedCertificateList = listOf(IssuedCertificate, 'IssuedCertificateList');
/** `q` finds names, employee numbers and codes. */
export const CertificatesQuery = listQuery(['issuedAt', 'name', 'employeeNo'], {
  personId: Uuid.optional(),
  courseId: Uuid.optional(),
  state: z.enum(['valid', 'revoked']).optional(),
});

/** What anybody with the code may know: enough to check a paper, no more. */
export const CertificateVerification = z
  .object({
    code: z.string(),
    valid: z.boolean(),
    holder: z.string().describe('Name with all but the first character masked'),
    organisation: z.string(),
    courseTitle: Text,
    tier: Tier,
    issuedAt: IsoDateTime,
    revokedAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'CertificateVerification' });
export type CertificateVerification = z.infer<typeof CertificateVerification>;
export const CertificatePdfQuery = z.object({ locale: Locale.optional() });
export const RevokeCertificateBody = z
  .strictObject({ reason: z.string().trim().min(3).max(300) })
  .meta({ id: 'RevokeCertificateBody' });

import { z } from 'zod';
import { IsoDate, IsoDateTime, listOf, listQuery, oneOrMore, Text, Uuid } from './common.js';

export const EVIDENCE_KINDS = [
  'attempt.finished',
  'course.completed',
  'certification.completed',
  'certification.revoked',
  'waiver.given',
  'waiver.ended',
  'assignment.made',
  'assignment.moved',
  'assignment.withdrawn',
  'program.made',
  'program.moved',
  'program.withdrawn',
  'rule.set',
  'rule.withdrawn',
  'drill.rated',
  'notice.accepted',
  'briefing.asked',
  'briefing.acknowledged',
] as const;
export const EvidenceKind = z.enum(EVIDENCE_KINDS).meta({ id: 'EvidenceKind' });
export type EvidenceKind = z.infer<typeof EvidenceKind>;

const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, lower-case hexadecimal');

/** The contract of docs/EVIDENCE.md: what a line of a bundle holds, byte by byte. */
export const EvidenceAnchor = z
  .object({
    number: z.number().int(),
    day: IsoDate,
    firstSeq: z.number().int(),
    lastSeq: z.number().int(),
    root: Sha256,
    previous: Sha256,
    madeAt: IsoDateTime,
    hash: Sha256,
  })
  .meta({ id: 'EvidenceAnchor' });
export const EvidenceAnchorList = listOf(EvidenceAnchor, 'EvidenceAnchorList');
export const EvidenceAnchorsQuery = listQuery(['number'] as const, {});

export const EvidenceState = z
  .object({
    entries: z.number().int().describe('Linked into the chain'),
    waiting: z.number().int().describe('Recorded and not yet linked'),
    lastSeq: z.number().int(),
    lastHash: Sha256.nullable(),
    lastRecordedAt: IsoDateTime.nullable(),
    anchor: EvidenceAnchor.nullable(),
    bundles: z.number().int().describe('Handed out so far'),
  })
  .meta({ id: 'EvidenceState' });
export type EvidenceState = z.infer<typeof EvidenceState>;

/** A part of what is stored, checked against its hashes. Ask on from `nextSeq` until it is null. */
export const EvidenceCheck = z
  .object({
    checked: z.number().int().describe('Entries of this part'),
    nextSeq: z.number().int().nullable(),
    lastSeq: z.number().int(),
    fault: z
      .object({
        seq: z.number().int().describe('The first entry or the last of the first anchor that is wrong'),
        what: z.enum(['entry', 'gap', 'anchor']),
      })
      .nullable(),
  })
  .meta({ id: 'EvidenceCheck' });
export type EvidenceCheck = z.infer<typeof EvidenceCheck>;
export const EvidenceCheckQuery = z.object({ from: z.coerce.number().int().min(1).default(1) });

const Titled = z.object({ id: Uuid, title: Text });
export const EvidenceRecord = z
  .object({
    id: Uuid,
    seq: z.number().int().nullable().describe('Null until it is linked, within seconds'),
    kind: EvidenceKind,
    person: z.object({ id: Uuid, name: z.string(), employeeNo: z.string() }).nullable(),
    program: Titled.nullable(),
    course: Titled.nullable(),
    rule: z.object({ id: Uuid, name: z.string() }).nullable().describe('That set it off; its name today'),
    happenedAt: IsoDateTime,
    recordedAt: IsoDateTime,
    hash: Sha256.nullable(),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'EvidenceRecord' });
export const EvidenceList = listOf(EvidenceRecord, 'EvidenceList');
export const EvidenceQuery = listQuery(['recordedAt'] as const, {
  personId: Uuid.optional(),
  programId: Uuid.optional(),
  kind: oneOrMore(EvidenceKind),
});

export const EvidenceExportQuery = z
  .object({ personId: Uuid.optional(), programId: Uuid.optional() })
  .refine(({ personId, programId }) => !personId || !programId, {
    message: 'Of a person or of a program; neither for everything',
    path: ['programId'],
  });

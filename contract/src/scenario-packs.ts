import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, oneOrMore, Text, Uuid } from './common.js';
import { ScenarioDocument } from './scenario-document.js';
import { ScenarioFinding } from './scenarios.js';

/**
 * What is taken out of a scenario before it leaves the house. Accounts and partners stay unless the author asks; `names`
 * are those that the author lists, such as people in a text.
 */
export const REDACTIONS = ['organisation', 'departments', 'personas', 'partners', 'names'] as const;
export const Redaction = z.enum(REDACTIONS);
export type Redaction = z.infer<typeof Redaction>;

/** The files of a pack besides manifest and signature; together they hold one scenario. */
export const PACK_FILES = [
  'scenario.json',
  'cast.json',
  'msel.json',
  'deck.json',
  'feed.json',
  'plan.json',
] as const;

/** One spelling for one key: the last letter has no bits that do not count. */
export const PackKey = z
  .string()
  .regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/)
  .describe('Ed25519, 32 bytes in base64url');

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json` of a pack: canonical JSON, and what the signature is over. */
export const PackManifest = z
  .strictObject({
    format: z.literal('readyroom-pack/1'),
    scenario: z.strictObject({
      id: Uuid,
      slug: z.string().max(60),
      title: z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(400) }),
      hash: sha256.describe('Fingerprint of the document as it is in the pack'),
    }),
    version: z.int().min(1).describe('Number of the version where it came from'),
    exporter: z.string().min(1).max(200).describe('As the exporting installation calls itself'),
    created: IsoDateTime,
    redacted: z.array(Redaction).max(REDACTIONS.length),
    publicKey: PackKey,
    files: z.strictObject(
      Object.fromEntries(PACK_FILES.map((name) => [name, sha256])) as Record<
        (typeof PACK_FILES)[number],
        typeof sha256
      >,
    ),
  })
  .meta({ id: 'PackManifest' });
export type PackManifest = z.infer<typeof PackManifest>;

/** What can be wrong with the archive itself; `details[].values.fault` of a refusal has one. */
export const PACK_FAULTS = [
  'not_an_archive',
  'cut_short',
  'directory_damaged',
  'too_many_entries',
  'too_large',
  'unsafe_name',
  'unknown_name',
  'duplicate_name',
  'symbolic_link',
  'encrypted',
  'compressed',
  'size_mismatch',
  'header_mismatch',
  'checksum_mismatch',
  'file_missing',
  'not_canonical',
  'manifest_invalid',
  'file_changed',
  'signature_wrong',
  'not_json',
  'nested_too_deeply',
  'too_many_values',
  'unstorable_text',
  'document_invalid',
  'hash_mismatch',
] as const;
export type PackFault = (typeof PACK_FAULTS)[number];

const PersonRef = z.object({ id: Uuid, name: z.string() });

/** Kept for good with the decision it explains. */
const reason = z.string().trim().min(3).max(400);
export const PackDecisionBody = z.strictObject({ reason }).meta({ id: 'PackDecisionBody' });

/** What somebody decided about a pack or its signer. */
export const PackDecision = z
  .object({
    what: z.enum(['trusted', 'distrusted', 'accepted', 'rejected', 'reopened']),
    at: IsoDateTime,
    by: PersonRef,
    reason: z.string().nullable(),
  })
  .meta({ id: 'PackDecision' });
export type PackDecision = z.infer<typeof PackDecision>;

export const PackSigner = z
  .object({
    id: Uuid,
    name: z.string().describe('As it called itself in its first pack; anybody can claim any name'),
    publicKey: PackKey,
    fingerprint: z.string().describe('SHA-256 of the public key, hexadecimal; compare it by another way'),
    own: z.boolean().describe('The key of this installation'),
    trusted: z.boolean(),
    trustedAt: IsoDateTime.nullable(),
    trustedBy: PersonRef.nullable(),
    firstSeenAt: IsoDateTime,
    packs: z.number().int(),
    decisions: z.array(PackDecision).describe('Whether to trust it, newest first'),
  })
  .meta({ id: 'PackSigner' });
export type PackSigner = z.infer<typeof PackSigner>;
export const PackSignerList = listOf(PackSigner, 'PackSignerList');

/** A key that somebody handed over, by another way than in a pack. It is trusted from now on. */
export const AddSignerBody = z
  .strictObject({ name: z.string().trim().min(1).max(200), publicKey: PackKey, reason })
  .meta({ id: 'AddSignerBody' });

const PACK_STATUSES = ['quarantined', 'ready', 'accepted', 'rejected'] as const;
export const ScenarioPack = z
  .object({
    id: Uuid,
    fileName: z.string(),
    status: z.enum(PACK_STATUSES).describe('quarantined: nobody has said yet that the signer can be trusted'),
    manifest: PackManifest,
    signer: z.object({ id: Uuid, name: z.string(), fingerprint: z.string(), trusted: z.boolean() }),
    uploadedAt: IsoDateTime,
    uploadedBy: PersonRef,
    acceptedAt: IsoDateTime.nullable(),
    version: z
      .object({ id: Uuid, number: z.number().int() })
      .nullable()
      .describe('The draft that accepting made'),
  })
  .meta({ id: 'ScenarioPack' });
export type ScenarioPack = z.infer<typeof ScenarioPack>;
export const ScenarioPackList = listOf(ScenarioPack, 'ScenarioPackList');
export const ScenarioPacksQuery = listQuery(['uploadedAt'], {
  status: z.enum(PACK_STATUSES).optional(),
});

export const ScenarioPackDetail = ScenarioPack.extend({
  document: ScenarioDocument,
  warnings: z.array(ScenarioFinding),
  known: z.boolean().describe('There is a scenario with this id here already'),
  target: z
    .object({
      scenarioId: Uuid,
      title: Text,
      published: z.object({ id: Uuid, number: z.number().int() }).nullable(),
      same: z.boolean().describe('The version to compare with is what the pack holds'),
      changes: z
        .array(
          z.object({
            part: z.string().describe('Key of the document'),
            added: z.number().int(),
            removed: z.number().int(),
            changed: z.number().int(),
          }),
        )
        .describe('Against the published version, or else the newest; parts that are the same are left out'),
    })
    .nullable()
    .describe('The scenario here that accepting adds a version to; null = it makes a new one'),
  slugTakenBy: z
    .object({ scenarioId: Uuid, slug: z.string() })
    .nullable()
    .describe(
      'Another scenario with the short name of this one, or this one under another: it cannot be accepted',
    ),
  decisions: z.array(PackDecision).describe('About the pack and its signer, newest first'),
}).meta({ id: 'ScenarioPackDetail' });
export type ScenarioPackDetail = z.infer<typeof ScenarioPackDetail>;

export const PackExportQuery = z.object({
  redact: z
    .preprocess((value) => (value === 'none' ? [] : value), oneOrMore(Redaction.exclude(['names'])))
    .describe('none, or any of them; left out = organisation and departments'),
  names: oneOrMore(z.string().trim().min(2).max(60)).describe('Further names to replace, up to 200'),
});

/** One name that is replaced everywhere, and where. */
export const RedactedName = z
  .object({
    kind: Redaction,
    from: Text,
    to: Text,
    places: z.number().int().describe('Texts in which it was replaced'),
    paths: z.array(z.string()).describe('The first 20 of them'),
    left: z
      .array(z.string())
      .describe('The first 20 places where it still stands, such as a key or a longer word'),
    tooShort: z
      .boolean()
      .describe('Too short to be looked for in running text: replaced where it stands alone'),
  })
  .meta({ id: 'RedactedName' });
export type RedactedName = z.infer<typeof RedactedName>;

/** What would leave the house, for the author to look through. */
export const PackPreview = z
  .object({
    redacted: z.array(Redaction),
    names: z.array(RedactedName),
    document: ScenarioDocument,
  })
  .meta({ id: 'PackPreview' });
export type PackPreview = z.infer<typeof PackPreview>;

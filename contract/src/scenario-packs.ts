import { z } from 'zod';
import { IsoDateTime, listOf, listQuery, oneOrMore, Text, Uuid } from './common.js';
import { ScenarioDocument } from './scenario-document.js';
import { ScenarioFinding } from './scenarios.js';

/** What is taken out of a scenario before it leaves the house. Accounts stay unless the author asks. */
export const REDACTIONS = ['organisation', 'departments', 'personas'] as const;
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
    publicKey: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .describe('Ed25519, 32 bytes in base64url'),
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
  'unstorable_text',
  'document_invalid',
  'hash_mismatch',
] as const;
export type PackFault = (typeof PACK_FAULTS)[number];

const PersonRef = z.object({ id: Uuid, name: z.string() });

export const PackSigner = z
  .object({
    id: Uuid,
    name: z.string().describe('As it called itself in its first pack; anybody can claim any name'),
    fingerprint: z.string().describe('SHA-256 of the public key, hexadecimal; compare it by another way'),
    own: z.boolean().describe('The key of this installation'),
    trusted: z.boolean(),
    trustedAt: IsoDateTime.nullable(),
    trustedBy: PersonRef.nullable(),
    firstSeenAt: IsoDateTime,
    packs: z.number().int(),
  })
  .meta({ id: 'PackSigner' });
export type PackSigner = z.infer<typeof PackSigner>;
export const PackSignerList = listOf(PackSigner, 'PackSignerList');

export const ScenarioPack = z
  .object({
    id: Uuid,
    fileName: z.string(),
    status: z
      .enum(['quarantined', 'ready', 'accepted'])
      .describe('quarantined: nobody has said yet that the signer can be trusted'),
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
  status: z.enum(['quarantined', 'ready', 'accepted']).optional(),
});

export const ScenarioPackDetail = ScenarioPack.extend({
  document: ScenarioDocument,
  warnings: z.array(ScenarioFinding),
  known: z.boolean().describe('There is a scenario with this id here already'),
}).meta({ id: 'ScenarioPackDetail' });
export type ScenarioPackDetail = z.infer<typeof ScenarioPackDetail>;

export const PackExportQuery = z.object({
  redact: z
    .preprocess((value) => (value === 'none' ? [] : value), oneOrMore(Redaction))
    .describe('none, or any of them; left out = organisation and departments'),
});

/** One name that is replaced everywhere, and where. */
export const RedactedName = z
  .object({
    kind: Redaction,
    from: Text,
    to: Text,
    places: z.number().int().describe('Texts in which it was replaced'),
    paths: z.array(z.string()).describe('The first 20 of them'),
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

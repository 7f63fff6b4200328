import {
  PACK_FILES,
  PackManifest,
  ScenarioDocument,
  type PackFault,
  type Redaction,
} from '@readyroom/contract';
import { createHash } from 'node:crypto';
import { scenarioHash } from '../../../engine/index.js';
import { unstorableIn } from '../../../platform/http/storable.js';
import { documentParts, firstDangling } from '../../scenarios/index.js';
import { canonicalJson, weightOf } from './canonical-json.js';
import { BrokenPack } from './pack-fault.js';
import { isSignedBy, signed, type PackKeyPair } from './pack-keys.js';
import { readArchive } from './read-archive.js';
import { writeArchive } from './write-archive.js';

const MANIFEST = 'manifest.json';
const SIGNATURE = 'signature.txt';
const NAMES = [MANIFEST, SIGNATURE, ...PACK_FILES];
/**
 * Nobody writes conditions as deep as this, and whatever reads them goes down step by step. The largest part of a
 * scenario that is shipped has some 3,000 values; to say what is wrong with a value takes far more room than the value.
 */
const LIMITS = { depth: 60, values: 20_000 };

export interface PackContent {
  readonly manifest: PackManifest;
  readonly document: ScenarioDocument;
}

/** One spelling for one content, so that nothing stands in a file that one reader sees and another does not. */
const partJson = (part: object): string => `${JSON.stringify(part, null, 1)}\n`;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A scenario as one signed file. The same content at the same time gives the same bytes. */
export function writePack(
  document: ScenarioDocument,
  about: { version: number; exporter: string; created: Date; redacted: readonly Redaction[] },
  key: PackKeyPair,
): Buffer {
  const files = new Map<string, Buffer>();
  for (const [name, part] of documentParts(document)) files.set(`${name}.json`, Buffer.from(partJson(part)));
  const { id, slug, title } = document;
  const manifest = canonicalJson({
    format: 'readyroom-pack/1',
    scenario: { id, slug, title, hash: scenarioHash(document) },
    version: about.version,
    exporter: about.exporter,
    created: about.created.toISOString(),
    redacted: [...about.redacted],
    publicKey: key.publicKey,
    files: Object.fromEntries(
      PACK_FILES.map((name) => [name, sha256(files.get(name)!)]),
    ) as PackManifest['files'],
  } satisfies PackManifest);
  const text = (content: string) => Buffer.from(content);
  return writeArchive(
    new Map([
      [MANIFEST, text(manifest)],
      [SIGNATURE, text(signed(manifest, key.privateKey))],
      ...PACK_FILES.map((name) => [name, files.get(name)!] as const),
    ]),
  );
}

/**
 * Reads a pack and believes nothing of it that its signature does not cover. Whose signature it is, is another
 * question.
 *
 * @throws BrokenPack
 */
export function readPack(bytes: Buffer): PackContent {
  const files = readArchive(bytes, NAMES);
  const text = files.get(MANIFEST)!.toString();
  const parsed = PackManifest.safeParse(jsonOf(files.get(MANIFEST)!, MANIFEST));
  if (!parsed.success) throw invalid('manifest_invalid', MANIFEST, parsed.error);
  const manifest = parsed.data;
  if (canonicalJson(manifest) !== text) throw new BrokenPack('manifest_invalid', MANIFEST, 'not canonical');
  if (!isSignedBy(manifest.publicKey, text, files.get(SIGNATURE)!.toString('latin1')))
    throw new BrokenPack('signature_wrong', SIGNATURE);
  const parts = PACK_FILES.map((name) => {
    const content = files.get(name)!;
    if (sha256(content) !== manifest.files[name]) throw new BrokenPack('file_changed', name);
    return jsonOf(content, name);
  });
  const document = documentOf(parts, manifest);
  PACK_FILES.forEach((name, n) => {
    if (!files.get(name)!.equals(Buffer.from(partJson(parts[n]!))))
      throw new BrokenPack('not_canonical', name);
  });
  return { manifest, document };
}

function documentOf(parts: readonly object[], manifest: PackManifest): ScenarioDocument {
  // A part that brings keys of another one would overwrite it.
  const keys = parts.flatMap((part) => Object.keys(part));
  const twice = keys.find((key, n) => keys.indexOf(key) !== n);
  if (twice !== undefined) throw new BrokenPack('document_invalid', 'file', `${twice} stands in two files`);
  const parsed = ScenarioDocument.safeParse(Object.assign({}, ...parts));
  if (!parsed.success) throw invalid('document_invalid', 'file', parsed.error);
  const document = parsed.data;
  const { id, slug, title, hash } = manifest.scenario;
  const same =
    document.id === id && document.slug === slug && canonicalJson(document.title) === canonicalJson(title);
  if (!same || scenarioHash(document) !== hash) throw new BrokenPack('hash_mismatch', MANIFEST);
  const dangling = firstDangling(document);
  if (dangling)
    throw new BrokenPack('document_invalid', 'file', `${dangling.path.join('.')}: ${dangling.message.en}`);
  return document;
}

function jsonOf(content: Buffer, name: string): object {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
  } catch {
    throw new BrokenPack('not_json', name);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BrokenPack('not_json', name);
  const weight = weightOf(value, LIMITS);
  if (weight) throw new BrokenPack(weight === 'deep' ? 'nested_too_deeply' : 'too_many_values', name);
  if (unstorableIn(value) !== null) throw new BrokenPack('unstorable_text', name, unstorableIn(value)!);
  return value;
}

function invalid(
  fault: PackFault,
  file: string,
  error: { issues: readonly { path: PropertyKey[]; message: string }[] },
): BrokenPack {
  const [issue] = error.issues;
  return new BrokenPack(fault, file, `${issue!.path.map(String).join('.')}: ${issue!.message}`.slice(0, 300));
}

import { PACK_FILES, type PackFault, type ScenarioDocument } from '@readyroom/contract';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readFolder } from '../../content/index.js';
import { checkEverything } from '../../scenarios/index.js';
import { canonicalJson } from '../archive/canonical-json.js';
import { BrokenPack } from '../archive/pack-fault.js';
import { signed, type PackKeyPair } from '../archive/pack-keys.js';
import { readPack } from '../archive/pack.js';
import { writeArchive } from '../archive/write-archive.js';

/** The scenario of test/fixtures/content. */
export async function fixtureScenario(): Promise<ScenarioDocument> {
  const { scenarios } = checkEverything(
    await readFolder(join(__dirname, '../../../../../test/fixtures/content')),
  );
  return scenarios.scenarios![0]!;
}

export const ABOUT = {
  version: 3,
  exporter: '测试公司',
  created: new Date('2026-03-02T01:00:00.000Z'),
  redacted: [],
} as const;

const LOCAL = Buffer.from([0x50, 0x4b, 3, 4]);
const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2]);

/** Where the headers of a file stand in an archive. */
export function headersOf(bytes: Buffer, name: string): { local: number; central: number } {
  const find = (mark: Buffer, nameAt: number) => {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
      if (bytes.toString('utf8', at + nameAt, at + nameAt + name.length) === name) return at;
    throw new Error(`no ${name}`);
  };
  return { local: find(LOCAL, 30), central: find(CENTRAL, 46) };
}

export const changed = (bytes: Buffer, edit: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes);
  edit(copy);
  return copy;
};

/** Null: it is taken. */
export function faultOf(bytes: Buffer): PackFault | null {
  try {
    readPack(bytes);
    return null;
  } catch (error) {
    if (error instanceof BrokenPack) return error.fault;
    throw error;
  }
}

/** The files of the sound pack, which hold nothing compressed. */
export function filesOf(bytes: Buffer): Map<string, Buffer> {
  const names = ['manifest.json', 'signature.txt', ...PACK_FILES];
  return new Map(
    names.map((name) => {
      const { local } = headersOf(bytes, name);
      const start = local + 30 + name.length;
      return [name, bytes.subarray(start, start + bytes.readUInt32LE(local + 18))];
    }),
  );
}

/** With some files different, and signed again by whoever has the key. */
export function resigned(
  pack: Buffer,
  key: PackKeyPair,
  edits: Record<string, string | Buffer>,
  manifestEdits: object = {},
): Buffer {
  const files = filesOf(pack);
  for (const [name, content] of Object.entries(edits)) files.set(name, Buffer.from(content));
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as { files: Record<string, string> };
  for (const name of PACK_FILES)
    manifest.files[name] = createHash('sha256').update(files.get(name)!).digest('hex');
  const text = canonicalJson({ ...manifest, ...manifestEdits });
  files.set('manifest.json', Buffer.from(text));
  files.set('signature.txt', Buffer.from(signed(text, key.privateKey)));
  return writeArchive(files);
}

import fc from 'fast-check';
import { PACK_FILES, type PackFault, type ScenarioDocument } from '@readyroom/contract';
import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';
import { ABOUT, changed, fixtureScenario, headersOf } from '../testing/packs.js';
import { canonicalJson } from './canonical-json.js';
import { BrokenPack } from './pack-fault.js';
import { makeKeyPair, signed } from './pack-keys.js';
import { readPack, writePack } from './pack.js';
import { writeArchive } from './write-archive.js';

const KEY = makeKeyPair();
const END_SIZE = 22;

let document: ScenarioDocument;
let pack: Buffer;
beforeAll(async () => {
  document = await fixtureScenario();
  pack = writePack(document, ABOUT, KEY);
});

function faultOf(bytes: Buffer): PackFault | null {
  try {
    readPack(bytes);
    return null;
  } catch (error) {
    if (error instanceof BrokenPack) return error.fault;
    throw error;
  }
}

/** The files of the sound pack, which hold nothing compressed. */
function filesOf(bytes: Buffer): Map<string, Buffer> {
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
function resigned(edits: Record<string, string | Buffer>, manifestEdits: object = {}): Buffer {
  const files = filesOf(pack);
  for (const [name, content] of Object.entries(edits)) files.set(name, Buffer.from(content));
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as { files: Record<string, string> };
  for (const name of PACK_FILES)
    manifest.files[name] = createHash('sha256').update(files.get(name)!).digest('hex');
  const text = canonicalJson({ ...manifest, ...manifestEdits });
  files.set('manifest.json', Buffer.from(text));
  files.set('signature.txt', Buffer.from(signed(text, KEY.privateKey)));
  return writeArchive(files);
}

const withFile = (name: string, content: Buffer | string, except = ''): Buffer => {
  const files = filesOf(pack);
  if (except) files.delete(except);
  return writeArchive(new Map([...files, [name, Buffer.from(content)]]));
};
/** Gives a file another name of the same length, in both headers. */
const renamed = (from: string, to: string): Buffer =>
  changed(pack, (copy) => {
    const { local, central } = headersOf(pack, from);
    copy.write(to, local + 30);
    copy.write(to, central + 46);
  });
const inBoth = (offset: number, edit: (copy: Buffer, at: number) => void): Buffer =>
  changed(pack, (copy) => {
    const { local, central } = headersOf(pack, 'deck.json');
    edit(copy, local + 4 + offset);
    edit(copy, central + 6 + offset);
  });
/** Both headers of deck.json say that its sizes stand in a zip64 field, and the field says what it likes. */
function zip64(): Buffer {
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(1n << 50n, 4);
  field.writeBigUInt64LE(1n << 50n, 12);
  const { central } = headersOf(pack, 'deck.json');
  const at = central + 46 + 'deck.json'.length;
  const bytes = Buffer.concat([pack.subarray(0, at), field, pack.subarray(at)]);
  bytes.writeUInt16LE(field.length, central + 30);
  bytes.writeUInt32LE(0xffffffff, central + 20);
  bytes.writeUInt32LE(0xffffffff, central + 24);
  return bytes;
}
/** With an end record that says there are 65,535 entries or more, and where to look for how many. */
const zip64End = (): Buffer => {
  const end = Buffer.alloc(56 + 20);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(1_000_000n, 24);
  end.writeBigUInt64LE(1_000_000n, 32);
  end.writeUInt32LE(0x07064b50, 56);
  const bytes = Buffer.concat([pack.subarray(0, -END_SIZE), end, pack.subarray(-END_SIZE)]);
  bytes.writeUInt16LE(0xffff, bytes.length - 12);
  return bytes;
};
/** Conditions with so many branches that to look at each would take for ever. */
const wide = (depth: number): object =>
  depth === 0 ? { after: 1 } : { any: Array.from({ length: 10 }, () => wide(depth - 1)) };
const nested = (depth: number, leaf: object): object => {
  let condition = leaf;
  for (let n = 0; n < depth; n++) condition = { not: condition };
  return condition;
};
const partText = (part: object): string => `${JSON.stringify(part, null, 1)}\n`;
/** The deck with a condition in its first inject. */
const deckWhen = (when: object): string =>
  partText({ deck: document.deck.map((inject, n) => (n === 0 ? { ...inject, when } : inject)) });
const utf16 = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
/** Signed with a key of small order, for which nobody needs a secret: R and A are the neutral element, S is 0. */
function signedByNobody(): Buffer {
  const files = filesOf(pack);
  const neutral = Buffer.alloc(32);
  neutral[0] = 1;
  const manifest = JSON.parse(files.get('manifest.json')!.toString()) as object;
  files.set(
    'manifest.json',
    Buffer.from(canonicalJson({ ...manifest, publicKey: neutral.toString('base64url') })),
  );
  files.set('signature.txt', Buffer.from(Buffer.concat([neutral, Buffer.alloc(32)]).toString('base64url')));
  return writeArchive(files);
}

/** The archive with one file deflated, as a bomb would be. */
function bomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(64 * 1024 * 1024));
  const bytes = withFile('deck.json', packed, 'deck.json');
  const { local, central } = headersOf(bytes, 'deck.json');
  bytes.writeUInt16LE(8, local + 8);
  bytes.writeUInt16LE(8, central + 10);
  for (const at of [local + 22, central + 24]) bytes.writeUInt32LE(64 * 1024 * 1024, at);
  return bytes;
}

describe('a pack', () => {
  it('should come back as it was, and be the same bytes when made again', () => {
    const read = readPack(pack);
    expect(read.document).toEqual(document);
    expect(read.manifest).toMatchObject({
      scenario: { id: document.id, slug: document.slug },
      version: 3,
      exporter: '测试公司',
      publicKey: KEY.publicKey,
    });
    expect(writePack(document, ABOUT, KEY).equals(pack)).toBe(true);
  });

  it('should hold nothing of the private key', () => {
    const secret = Buffer.from(KEY.privateKey, 'base64').subarray(-32);
    for (const form of [
      secret,
      Buffer.from(secret.toString('base64url')),
      Buffer.from(secret.toString('hex')),
    ])
      expect(pack.includes(form)).toBe(false);
  });
});

describe('a hostile pack', () => {
  const cases: [what: string, fault: PackFault, make: () => Buffer][] = [
    ['is empty', 'not_an_archive', () => Buffer.alloc(0)],
    ['is text', 'not_an_archive', () => Buffer.from('hello')],
    ['is larger than any pack', 'too_large', () => Buffer.concat([pack, Buffer.alloc(5 * 1024 * 1024)])],
    ['lost its end', 'cut_short', () => pack.subarray(0, pack.length - END_SIZE)],
    ['lost its second half', 'cut_short', () => pack.subarray(0, pack.length >> 1)],
    ['goes up in the tree', 'unsafe_name', () => renamed('deck.json', '../d.json')],
    ['has an absolute name', 'unsafe_name', () => renamed('deck.json', '/eck.json')],
    ['has a drive in a name', 'unsafe_name', () => renamed('deck.json', 'C:ck.json')],
    ['has a backslash in a name', 'unsafe_name', () => renamed('deck.json', '..\\d.json')],
    ['has a folder', 'unsafe_name', () => renamed('deck.json', 'd/ck.json')],
    ['has NUL in a name', 'unsafe_name', () => renamed('deck.json', 'deck.jso\0')],
    ['holds another archive', 'unknown_name', () => withFile('inner.zip', pack)],
    ['is an archive in the place of a file', 'file_changed', () => withFileIn('plan.json', pack)],
    ['has a file too many', 'unknown_name', () => withFile('notes.txt', 'x')],
    ['has a file in other letters', 'unknown_name', () => renamed('deck.json', 'Deck.json')],
    ['has a file twice', 'duplicate_name', () => renamed('deck.json', 'cast.json')],
    ['lacks a file', 'file_missing', () => lacking('deck.json')],
    [
      'has a symbolic link',
      'symbolic_link',
      () =>
        changed(pack, (copy) =>
          copy.writeUInt32LE(0o120777 * 0x10000, headersOf(pack, 'deck.json').central + 38),
        ),
    ],
    ['is encrypted', 'encrypted', () => inBoth(2, (copy, at) => copy.writeUInt16LE(0x0801, at))],
    ['is strongly encrypted', 'encrypted', () => inBoth(2, (copy, at) => copy.writeUInt16LE(0x0840, at))],
    ['is a bomb', 'compressed', bomb],
    ['says it is compressed', 'compressed', () => inBoth(4, (copy, at) => copy.writeUInt16LE(8, at))],
    ['claims a gigabyte', 'too_large', () => inBoth(18, (copy, at) => copy.writeUInt32LE(2 ** 30, at))],
    [
      'claims another size than it has',
      'size_mismatch',
      () => inBoth(18, (copy, at) => copy.writeUInt32LE(7, at)),
    ],
    [
      'has other sums in its two headers',
      'header_mismatch',
      () => changed(pack, (copy) => copy.writeUInt32LE(7, headersOf(pack, 'deck.json').local + 14)),
    ],
    [
      'has other names in its two headers',
      'header_mismatch',
      () => changed(pack, (copy) => copy.write('Deck', headersOf(pack, 'deck.json').local + 30)),
    ],
    ['has a wrong checksum', 'checksum_mismatch', () => inBoth(10, (copy, at) => copy.writeUInt32LE(7, at))],
    [
      'says it has 60,000 entries',
      'too_many_entries',
      () => changed(pack, (copy) => copy.writeUInt16LE(60_000, copy.length - 12)),
    ],
    [
      'says it has one entry more',
      'directory_damaged',
      () => changed(pack, (copy) => copy.writeUInt16LE(9, copy.length - 12)),
    ],
    [
      'has its directory nowhere',
      'directory_damaged',
      () => changed(pack, (copy) => copy.writeUInt32LE(0xfffffff0, copy.length - 6)),
    ],
    [
      'has a file that begins nowhere',
      'directory_damaged',
      () =>
        changed(pack, (copy) => copy.writeUInt32LE(0xffffffff, headersOf(pack, 'deck.json').central + 42)),
    ],
    [
      'has a comment',
      'not_canonical',
      () =>
        Buffer.concat([changed(pack, (copy) => copy.writeUInt16LE(2, copy.length - 2)), Buffer.from('hi')]),
    ],
    ['has something before it', 'not_an_archive', () => Buffer.concat([Buffer.from('MZ'), pack])],
    [
      'has something between its files',
      'not_canonical',
      () => changed(pack, (copy) => copy.writeUInt16LE(0x22, headersOf(pack, 'deck.json').local + 12)),
    ],
    [
      'is signed by somebody else',
      'signature_wrong',
      () =>
        writeArchive(
          new Map([
            ...filesOf(pack),
            [
              'signature.txt',
              Buffer.from(signed(filesOf(pack).get('manifest.json')!.toString(), makeKeyPair().privateKey)),
            ],
          ]),
        ),
    ],
    [
      'is not signed',
      'signature_wrong',
      () => writeArchive(new Map([...filesOf(pack), ['signature.txt', Buffer.alloc(0)]])),
    ],
    [
      'has spaces in its manifest',
      'manifest_invalid',
      () =>
        writeArchive(
          new Map([
            ...filesOf(pack),
            ['manifest.json', Buffer.from(`${filesOf(pack).get('manifest.json')!.toString()} `)],
          ]),
        ),
    ],
    ['has a key that is none', 'manifest_invalid', () => resigned({}, { publicKey: 'x' })],
    ['has a manifest with more in it', 'manifest_invalid', () => resigned({}, { trusted: true })],
    ['has a file that is no JSON', 'not_json', () => resigned({ 'deck.json': '{"deck": [' })],
    [
      'has a file that is no UTF-8',
      'not_json',
      () => resigned({ 'deck.json': Buffer.from([0x7b, 0xff, 0x7d]) }),
    ],
    [
      'has 100,000 brackets',
      'nested_too_deeply',
      () => resigned({ 'deck.json': `{"deck":${'['.repeat(100_000)}${']'.repeat(100_000)}}` }),
    ],
    [
      'has a text that cannot be stored',
      'unstorable_text',
      () => resigned({ 'deck.json': '{"deck":"\\u0000"}' }),
    ],
    ['has a scenario without its shape', 'document_invalid', () => resigned({ 'deck.json': '{"deck":[]}' })],
    [
      'has a key of another file in a file',
      'document_invalid',
      () => resigned({ 'deck.json': JSON.stringify({ deck: document.deck, title: document.title }) }),
    ],
    [
      'has a key of the prototype',
      'document_invalid',
      () => resigned({ 'deck.json': `{"deck":${JSON.stringify(document.deck)},"__proto__":{"a":1}}` }),
    ],
    ['is signed with a key that needs no secret', 'signature_wrong', signedByNobody],
    [
      'spells its key another way',
      'manifest_invalid',
      () => {
        const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
        const last = KEY.publicKey.at(-1)!;
        const twin = KEY.publicKey.slice(0, -1) + letters[letters.indexOf(last) + 1]!;
        expect(Buffer.from(twin, 'base64url').equals(Buffer.from(KEY.publicKey, 'base64url'))).toBe(true);
        return resigned({}, { publicKey: twin });
      },
    ],
    ['says its sizes stand elsewhere (zip64)', 'too_large', zip64],
    ['says it has a million entries (zip64)', 'too_many_entries', zip64End],
    [
      'has two entries for the same bytes',
      'header_mismatch',
      () =>
        changed(pack, (copy) =>
          copy.writeUInt32LE(headersOf(pack, 'cast.json').local, headersOf(pack, 'deck.json').central + 42),
        ),
    ],
    [
      'has a device in it',
      'not_canonical',
      () =>
        changed(pack, (copy) =>
          copy.writeUInt32LE(0o060666 * 0x10000, headersOf(pack, 'deck.json').central + 38),
        ),
    ],
    [
      'has a file with a byte order mark',
      'not_json',
      () => resigned({ 'deck.json': `\uFEFF${partText({ deck: document.deck })}` }),
    ],
    [
      'has a file in UTF-16',
      'not_json',
      () => resigned({ 'deck.json': utf16(partText({ deck: document.deck })) }),
    ],
    [
      'has YAML with aliases of aliases',
      'not_json',
      () =>
        resigned({
          'deck.json': `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ndeck: [*c, *c, *c, *c, *c, *c, *c, *c, *c]\n`,
        }),
    ],
    [
      'has a million values',
      'too_many_values',
      () => resigned({ 'deck.json': `{"deck":[${'0,'.repeat(1_000_000)}0]}` }),
    ],
    [
      'has a condition of ten thousand branches',
      'too_many_values',
      () => resigned({ 'deck.json': deckWhen(wide(4)) }),
    ],
    [
      'has a condition nested without end',
      'nested_too_deeply',
      () => resigned({ 'deck.json': deckWhen(nested(80, { after: 1 })) }),
    ],
    [
      'has a condition that is none, deep inside',
      'document_invalid',
      () => resigned({ 'deck.json': deckWhen(nested(50, { before: 1 })) }),
    ],
    [
      'has a file with a key twice',
      'not_canonical',
      () => resigned({ 'deck.json': partText({ deck: document.deck }).replace('{', '{"deck":[],') }),
    ],
    [
      'has a file with other blanks',
      'not_canonical',
      () => resigned({ 'deck.json': JSON.stringify({ deck: document.deck }) }),
    ],
    [
      'names a card that it does not have',
      'document_invalid',
      () => {
        const broken = { ...document, deck: document.deck.map((one) => ({ ...one, channel: 'nowhere' })) };
        return writePack(broken, ABOUT, KEY);
      },
    ],
    [
      'uses an id twice',
      'document_invalid',
      () => {
        const { id } = document.deck[0]!;
        return writePack({ ...document, deck: document.deck.map((one) => ({ ...one, id })) }, ABOUT, KEY);
      },
    ],
    [
      'says it is another scenario',
      'hash_mismatch',
      () => resigned({ 'deck.json': JSON.stringify({ deck: document.deck.slice(0, 2).reverse() }) }),
    ],
  ];
  const withFileIn = (name: string, content: Buffer) =>
    writeArchive(new Map([...filesOf(pack), [name, Buffer.from(content)]]));
  const lacking = (name: string) => {
    const files = filesOf(pack);
    files.delete(name);
    return writeArchive(files);
  };

  it.each(cases)('when it %s it should be refused as %s', (_what, fault, make) => {
    expect(faultOf(make())).toBe(fault);
  });

  it.each([
    ['many values that are none', () => resigned({ 'deck.json': partText({ deck: Array(19_000).fill(0) }) })],
    [
      'many branches that are none',
      () =>
        resigned({
          'deck.json': deckWhen({ any: Array.from({ length: 10 }, () => nested(50, { before: 1 })) }),
        }),
    ],
    [
      'many names that are missing',
      () => {
        const when = {
          any: Array.from({ length: 10 }, () => ({ any: Array(10).fill({ delivered: 'gone' }) })),
        };
        const deck = document.deck.map((one) => ({ ...one, when })) as ScenarioDocument['deck'];
        return writePack({ ...document, deck }, ABOUT, KEY);
      },
    ],
    ['4 MB of text', () => resigned({ 'deck.json': partText({ deck: 'x'.repeat(4_000_000) }) })],
  ])('when it has %s it should be refused within two seconds and 64 MB', (_what, make) => {
    const bytes = make();
    const before = process.memoryUsage();
    const started = performance.now();
    expect(faultOf(bytes)).toBe('document_invalid');
    const passed = performance.now() - started;
    const after = process.memoryUsage();
    expect(passed).toBeLessThan(2_000);
    const more = after.heapUsed + after.external - before.heapUsed - before.external;
    expect(more).toBeLessThan(64 * 1024 * 1024);
  });

  it.each(['manifest.json', 'signature.txt', ...PACK_FILES])(
    'when a byte of %s differs and its checksum is made to fit it should be refused',
    (name) => {
      const files = filesOf(pack);
      const content = Buffer.from(files.get(name)!);
      content[content.length >> 1]! ^= 1;
      const bytes = writeArchive(new Map([...files, [name, content]]));
      expect(bytes.readUInt32LE(headersOf(bytes, name).local + 14)).toBe(crc32(content));
      expect(['signature_wrong', 'manifest_invalid', 'not_json', 'file_changed']).toContain(faultOf(bytes));
    },
  );

  it('when any bytes differ it should never be taken, and always be refused by name', () => {
    const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999999, noNaN: true }), fc.nat(254)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(edits, (list) => {
        const bytes = changed(pack, (copy) => {
          for (const [place, by] of list) {
            const at = Math.floor(place * copy.length);
            copy[at] = (copy[at]! + by + 1) & 0xff;
          }
        });
        fc.pre(!bytes.equals(pack));
        expect(faultOf(bytes)).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('when bytes of the headers differ it should never be taken', () => {
    const places = ['manifest.json', 'signature.txt', ...PACK_FILES].flatMap((name) => {
      const { local, central } = headersOf(pack, name);
      return [
        ...Array.from({ length: 30 + name.length }, (_, n) => local + n),
        ...Array.from({ length: 46 + name.length }, (_, n) => central + n),
      ];
    });
    const end = Array.from({ length: END_SIZE }, (_, n) => pack.length - END_SIZE + n);
    for (const at of [...places, ...end])
      for (const bit of [1, 0x80])
        expect([at, faultOf(changed(pack, (copy) => void (copy[at]! ^= bit)))]).not.toEqual([at, null]);
  });

  it('when it is cut or grows anywhere it should never be taken', () => {
    fc.assert(
      fc.property(fc.nat(pack.length - 1), fc.uint8Array({ maxLength: 20 }), (at, more) => {
        expect(faultOf(pack.subarray(0, at))).not.toBeNull();
        const grown = Buffer.concat([pack.subarray(0, at), more, pack.subarray(at)]);
        if (more.length) expect(faultOf(grown)).not.toBeNull();
      }),
    );
  });

  it('when it is anything at all it should be refused by name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(faultOf(Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), bytes]))).not.toBeNull();
      }),
    );
  });
});

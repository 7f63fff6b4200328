import fc from 'fast-check';
import { PACK_FILES, type PackFault, type ScenarioDocument } from '@readyroom/contract';
import { crc32, deflateRawSync } from 'node:zlib';
import { ABOUT, changed, faultOf, filesOf, fixtureScenario, headersOf } from '../testing/packs.js';
import { canonicalJson } from './canonical-json.js';
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
    ['is signed with a key that needs no secret', 'signature_wrong', signedByNobody],
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

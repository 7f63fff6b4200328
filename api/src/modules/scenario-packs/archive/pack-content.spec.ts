import { type PackFault, type ScenarioDocument } from '@readyroom/contract';
import { ABOUT, faultOf, fixtureScenario, resigned as resignedPack } from '../testing/packs.js';
import { makeKeyPair } from './pack-keys.js';
import { writePack } from './pack.js';

const KEY = makeKeyPair();

let document: ScenarioDocument;
let pack: Buffer;
beforeAll(async () => {
  document = await fixtureScenario();
  pack = writePack(document, ABOUT, KEY);
});

const resigned = (edits: Record<string, string | Buffer>, manifestEdits: object = {}): Buffer =>
  resignedPack(pack, KEY, edits, manifestEdits);
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

describe('a well-signed pack with hostile content', () => {
  const cases: [what: string, fault: PackFault, make: () => Buffer][] = [
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
});

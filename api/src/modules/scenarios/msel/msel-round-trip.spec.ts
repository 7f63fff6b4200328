import type { InjectDocument, MselColumn, ScenarioDocument } from '@readyroom/contract';
import fc from 'fast-check';
import { checkEverything } from '../check/check-scenarios.js';
import { soundContent } from '../testing/mistakes.js';
import { mapColumns } from './msel-columns.js';
import { planMsel } from './plan-msel.js';
import { readMsel } from './read-msel.js';
import { readRow } from './read-row.js';
import { mselFile } from './write-msel.js';

const written = async (document: ScenarioDocument): Promise<Buffer> =>
  Buffer.concat((await mselFile(document).toArray()) as Buffer[]);

/** What a spreadsheet can hold: no control characters but white space, no halves of surrogate pairs. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\r',
        '\t',
        '"',
        "'",
        '<',
        '>',
        '&',
        '=',
        '{',
        '}',
        ',',
        '_x0041_',
        '１',
        '𬱖',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => words.trim())
  .filter((words) => words !== '' && !/[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/u.test(words));
const texts = fc.record({ zh: text, en: text });

describe('the list of injects: out and in again', () => {
  let sound: ScenarioDocument;
  beforeAll(async () => {
    sound = checkEverything(await soundContent()).scenarios.scenarios![0]!;
  });

  it('when a list comes back it should be the same scenario and make the same bytes', async () => {
    const file = await written(sound);
    const { document, report } = planMsel(sound, await readMsel(file), {}, new Set(['first-hour']));
    expect(report).toMatchObject({ unchanged: 10, changed: 0, added: 0, errors: [] });
    expect(document).toEqual(sound);
    expect((await written(document!)).equals(file)).toBe(true);
  });

  it('when texts are any it should read what was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ title: texts, text: texts, at: fc.integer({ min: 0, max: 4_320 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.record({ prompt: texts, label: texts }),
        async (changes, { prompt, label }) => {
          const card = sound.items[2]!.card!;
          const items = changes.map((change, n): InjectDocument => ({
            ...sound.items[n]!,
            ...change,
            card: { ...card, prompt, options: card.options.map((option) => ({ ...option, label })) },
          }));
          const file = await written({ ...sound, items, deck: [] });
          const { header, rows } = await readMsel(file);
          const { at } = mapColumns(header, {});
          const read = rows.map(({ line, cells }) =>
            readRow(line, (column: MselColumn) => cells[at.get(column)!] ?? '', undefined),
          );
          expect(read.map(({ errors }) => errors)).toEqual(items.map(() => []));
          expect(read.map(({ inject }) => inject)).toEqual(items);
          const again = { ...sound, items: read.map(({ inject }) => inject!), deck: [] };
          expect((await written(again)).equals(file)).toBe(true);
        },
      ),
      { numRuns: 60, seed: 20260302 },
    );
  });
});

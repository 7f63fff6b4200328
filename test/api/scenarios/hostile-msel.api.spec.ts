import { fixtureTemplate } from '../../support/content-template.js';
import { TestApp, type TestClient } from '../../support/test-app.js';
import { editedList, exported, SCENARIO, upload } from './support.js';

describe('lists of injects that mean harm', () => {
  let app: TestApp;
  let trainer: TestClient;
  let file: Buffer;

  beforeAll(async () => {
    app = await TestApp.start({ template: await fixtureTemplate() });
    trainer = (await app.signedIn({ roles: ['trainer'] })).client;
    file = await exported(trainer, (await trainer.get(`/scenarios/${SCENARIO}`)).body.publishedVersion.id);
  });
  afterAll(() => app.stop());

  const nested = (open: string, inside: string, close: string, times: number) =>
    `${open.repeat(times)}${inside}${close.repeat(times)}`;

  it.each([
    ['a list is named like what every object has', 'list', 'constructor', /items.*deck/],
    ['a list is named like the root of every object', 'list', '__proto__', /items.*deck/],
    [
      'a condition is 20,000 levels deep',
      'when',
      nested('{"not":', '{"after":1}', '}', 20_000),
      /too deeply/,
    ],
    ['effects are 100,000 brackets', 'effects', nested('[', '', ']', 100_000), /too deeply/],
    ['effects are brackets that nobody closes', 'effects', '['.repeat(100_000), /too deeply/],
    ['a condition holds half a character', 'when', '{"delivered":"\\ud800"}', /cannot be stored/],
    [
      'a text within a structure holds NUL',
      'expected',
      '[{"kind":"reply","seat":"desk","within":5,"what":{"zh":"好\\u0000","en":"b"}}]',
      /cannot be stored/,
    ],
    [
      'an effect is one of the prototype',
      'effects',
      '[{"__proto__":{"shock":{"posts":5,"minutes":5}}}]',
      /Wrong at 0/,
    ],
  ])('when %s it should be an error of its row', async (_, column, value, says) => {
    const edits: [number, string, string][] = [[2, column, value]];
    if (column === 'when') edits.push([2, 'at', '']);
    const { status, body } = await upload(trainer, await editedList(file, ...edits));
    expect([status, body.status]).toEqual([201, 'blocked']);
    expect(body.errors[0]).toMatchObject({ line: 2, column });
    expect(body.errors[0].message.en).toMatch(says);
  });

  it('when brackets stand in a text they should not count as nesting', async () => {
    const label = { zh: `好${'['.repeat(60)}`, en: 'a "quoted" \\ [[[' };
    const what = JSON.stringify([{ kind: 'reply', seat: 'desk', within: 5, what: label }]);
    const { body } = await upload(trainer, await editedList(file, [2, 'expected', what]));
    expect(body.errors.map(({ message }: { message: { en: string } }) => message.en).join()).not.toMatch(
      /deeply/,
    );
  });

  it('when a cell holds half a character it should not be read', async () => {
    const { status, body } = await upload(trainer, await editedList(file, [2, 'title_en', 'a_xD800_b']));
    expect([status, body.code]).toEqual([400, 'msel_import.unreadable']);
  });
});

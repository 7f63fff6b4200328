import { ScenarioDocument } from '@readyroom/contract';
import { redact, USUAL } from './redact.js';
import { fixtureScenario } from './testing/packs.js';

describe('redact', () => {
  let document: ScenarioDocument;
  beforeAll(async () => {
    const sound = await fixtureScenario();
    document = {
      ...sound,
      organisation: { ...sound.organisation, name: { zh: '云栖集', en: 'Yun' } },
      briefing: {
        zh: '云栖集的客服发现问题，Yun 也在场。',
        en: 'At Yun (not Yunnan) desks ring; 云栖集 too.',
      },
    };
  });

  it('when nothing is asked it should change nothing', () => {
    expect(redact(document, [])).toEqual({ document, names: [] });
  });

  it('should replace the organisation in both languages, whole words only, and say where', () => {
    const { document: out, names } = redact(document, ['organisation']);
    expect(out).toMatchObject({
      organisation: { name: { zh: '某公司', en: 'the company' } },
      briefing: {
        zh: '某公司的客服发现问题，the company 也在场。',
        en: 'At the company (not Yunnan) desks ring; 某公司 too.',
      },
    });
    expect(names).toHaveLength(1);
    expect(names[0]).toMatchObject({ kind: 'organisation', from: { zh: '云栖集' }, tooShort: false });
    expect(names[0]!.paths).toEqual(
      expect.arrayContaining(['organisation.name.zh', 'briefing.zh', 'briefing.en']),
    );
    expect(names[0]!.places).toBe(names[0]!.paths.length);
  });

  it('should number departments and keep accounts, unless it is asked to replace them too', () => {
    const usual = ScenarioDocument.parse(redact(document, USUAL).document);
    expect(usual.seats.every(({ department }) => /^部门\d$/.test(department.zh))).toBe(true);
    expect(usual.personas).toEqual(
      document.personas.map((persona, n) => ({ ...usual.personas[n], handle: persona.handle })),
    );
    const all = ScenarioDocument.parse(redact(document, ['personas']).document);
    expect(all.personas.map(({ handle }) => handle)).toEqual(
      document.personas.map((_, n) => `account${n + 1}`),
    );
    expect(all.personas.map(({ name }) => name.zh)).toEqual(document.personas.map((_, n) => `账号${n + 1}`));
  });

  it('when a name is too short to be looked for it should replace it where it stands alone', () => {
    const short = { ...document, organisation: { ...document.organisation, name: { zh: '云', en: 'Yo' } } };
    const { document: out, names } = redact(short, ['organisation']);
    expect(out).toMatchObject({ organisation: { name: { zh: '某公司', en: 'the company' } } });
    expect(out).toMatchObject({ briefing: short.briefing });
    expect(names[0]).toMatchObject({ places: 2, tooShort: true });
  });

  it('when a name looks like a pattern it should be taken as it is', () => {
    const odd = {
      ...document,
      organisation: { ...document.organisation, name: { zh: '云.*集', en: 'A+B (C-D)' } },
    };
    const briefing = { zh: '云.*集与云栖集', en: 'A+B (C-D) and AAB' };
    expect(redact({ ...odd, briefing }, ['organisation']).document).toMatchObject({
      briefing: { zh: '某公司与云栖集', en: 'the company and AAB' },
    });
  });

  it('should find a name whatever its case, and say where it still stands', () => {
    const { document: out, names } = redact(
      { ...document, slug: 'yun-outage', briefing: { zh: 'YUN 与 yun', en: 'YUN, yun; Yunnan' } },
      ['organisation'],
    );
    expect(out).toMatchObject({
      briefing: { zh: 'the company 与 the company', en: 'the company, the company; Yunnan' },
    });
    expect(names[0]!.left).toEqual(expect.arrayContaining(['slug', 'briefing.en']));
    expect(names[0]!.left).not.toContain('briefing.zh');
    const seats = document.seats.map((seat) => ({ ...seat, department: { zh: '客服', en: seat.key } }));
    const kept = redact({ ...document, seats }, ['departments']).names[0]!.left;
    expect(kept.every((path) => /\.(zh|en)$/.test(path))).toBe(true);
  });

  it('should replace partners, and names that the author lists, in the language of the text', () => {
    const briefing = { zh: '张伟致电市监局，Zhang Wei 也在。', en: 'Zhang Wei called; 张伟 too.' };
    const partners = document.partners.map((one, n) =>
      n === 0 ? { ...one, name: { zh: '市监局', en: 'Market Office' } } : one,
    );
    const { document: out, names } = redact(
      { ...document, briefing, partners },
      ['partners', 'names'],
      ['张伟', 'Zhang Wei'],
    );
    expect(out).toMatchObject({
      briefing: { zh: '姓名1致电外部单位1，姓名2 也在。', en: 'Name 2 called; Name 1 too.' },
    });
    expect(names.filter(({ kind }) => kind === 'names').map(({ places }) => places)).toEqual([2, 2]);
    expect(ScenarioDocument.parse(out).partners[0]!.name).toEqual({ zh: '外部单位1', en: 'Partner 1' });
  });

  it('when letters of a name have odd cases it should not stumble', () => {
    const odd = { ...document, briefing: { zh: 'ſtraße STRASSE ẞ K', en: 'ſtraße ẞ K İ' } };
    expect(() => redact(odd, ['names'], ['straße', 'ẞẞ', 'KK', 'İi'])).not.toThrow();
  });
});

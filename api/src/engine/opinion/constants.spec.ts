import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { CONSTANTS, DEFAULTS, FIXED } from './constants.js';
import { modelCard } from './index.js';

const sources = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** Numbers that are no parameters of the model: units, shapes and identities. Whatever else is written is one. */
const SHAPE = new Set(['0', '1', '2', '60', '100']);
const SHAPE_OF_FILE: Record<string, string[]> = {
  'convolution.ts': ['3', '4', '1_000', '1_000_000_000'], // stances, minutes of a block, units of the tables
  'influence.ts': ['22', '1_000'], // bits that leave 1,024 ranks, unit of the table
  'infectiousness.ts': ['1_000_000'], // unit of the table
  'step.ts': ['1_000'], // unit of the table
  'panel.ts': ['3', '4', '6', '10', '12', '50'], // quartiles, noise from twelve uniforms, T-scores
};

function numbersIn(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  const found: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan())
    if (token === ts.SyntaxKind.NumericLiteral) found.push(scanner.getTokenText());
  return found;
}

describe('the registry of constants', () => {
  it('when a number stands in the engine that is no shape or unit it should come from the registry', () => {
    const stray = sources(__dirname).flatMap(({ name, text }) =>
      numbersIn(text)
        .filter((n) => !SHAPE.has(n) && !SHAPE_OF_FILE[name]?.includes(n))
        .map((n) => `${name}: ${n}`),
    );
    expect(stray).toEqual([]);
  });

  it('when the engine reads a parameter it should have an entry', () => {
    const keys = new Set(CONSTANTS.map((c) => c.key));
    expect(keys.size).toBe(CONSTANTS.length);
    for (const key of [...Object.keys(DEFAULTS), ...Object.keys(FIXED)]) expect(keys).toContain(key);
    for (const { name, text } of sources(__dirname))
      for (const [, key] of text.matchAll(/\b(?:parameters|FIXED)\.(\w+)/g))
        expect({ name, key, known: keys.has(key!) }).toEqual({ name, key, known: true });
  });

  it.each(CONSTANTS)('when $key is shown it should say what it is and where it comes from', (constant) => {
    const { value, unit, range, basis, kind, citations } = constant;
    const values = typeof value === 'number' ? [value] : Object.values(value);
    expect(values.length).toBeGreaterThan(0);
    for (const v of values) {
      expect(Number.isFinite(v)).toBe(true);
      if (range) expect(v >= range[0] && v <= range[1]).toBe(true);
    }
    expect(unit.zh && unit.en).toBeTruthy();
    expect(basis.zh).toMatch(/[\u4e00-\u9fff].*。$/);
    expect(basis.en).toMatch(/^[A-Z].*\.$/);
    if (kind === 'literature') expect(citations.length).toBeGreaterThan(0);
    else {
      expect(basis.zh).toMatch(/本产品/);
      expect(basis.en).toMatch(/\b[Oo]urs?\b/);
    }
    for (const { authors, year, link } of citations) {
      expect(authors).not.toBe('');
      if (year !== null) expect(year).toBeGreaterThan(1_999);
      if (link !== null) expect(new URL(link).protocol).toBe('https:');
    }
  });

  it('when the evidence says something makes no difference it should make none', () => {
    expect([DEFAULTS.chiefExecutive, DEFAULTS.internalInquiry]).toEqual([0, 0]);
  });

  it('when the evidence on diminishing a preventable crisis conflicts it should stay between -0.3 and 0', () => {
    const table = CONSTANTS.find((c) => c.key === 'matchPreventable')!.value as Record<string, number>;
    expect(table['diminish']).toBeGreaterThanOrEqual(-0.3);
    expect(table['diminish']).toBeLessThanOrEqual(0);
  });

  it('when an answer apologises and repairs it should never count as a misfit', () => {
    for (const { key, value } of CONSTANTS)
      if (/^match[VAP]/.test(key) && typeof value === 'object')
        expect((value as Record<string, number>)['rebuild']).toBeGreaterThanOrEqual(0);
  });
});

describe('arithmetic of the engine', () => {
  const allowed = /^(floor|min|max|imul)$/;
  it.each(['.', '../random', '../numbers'])(
    'when %s calculates it should use nothing that platforms round differently',
    (folder) => {
      for (const { name, text } of sources(join(__dirname, folder))) {
        const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        const used = [
          ...[...code.matchAll(/\bMath\.(\w+)/g)].map(([, f]) => f!),
          ...[...code.matchAll(/\{([^}]*)\} = Math\b/g)].flatMap(([, list]) =>
            list!.split(',').map((f) => f.trim()),
          ),
        ];
        expect({ name, odd: used.filter((f) => !allowed.test(f)) }).toEqual({ name, odd: [] });
        expect(code).not.toMatch(/\bDate\b|\*\*|\bIntl\b|toLocale|process\./);
      }
    },
  );
});

describe('the model card', () => {
  it('when it is shown it should carry every constant and say what the model is not', () => {
    const card = modelCard();
    expect(card.constants).toEqual(CONSTANTS);
    for (const part of [card.is, card.isNot, card.honesty]) expect(part.length).toBeGreaterThanOrEqual(3);
    for (const { zh, en } of [card.title, ...card.is, ...card.isNot, ...card.honesty]) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[A-Z]/);
    }
  });
});

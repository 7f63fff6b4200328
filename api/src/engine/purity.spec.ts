import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ENGINE = import.meta.dirname;
const files = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts') && !name.includes('testing'))
  .map((name) => ({ name, text: withoutComments(readFileSync(join(ENGINE, name), 'utf8')) }));

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** What may come out differently from one machine or version to another. */
const UNSTEADY = [
  /\bDate\b/,
  /\bMath\.(?!floor|round|ceil|min|max|imul|abs)\w+/,
  /\*\*/,
  /\bIntl\b/,
  /\blocaleCompare\b/,
  /\btoLocale/,
  /\\p\{/,
  /\bperformance\b/,
  /\bprocess\./,
  /\brandomUUID\b/,
];

describe('the engine', () => {
  it('should use nothing in a run that differs between machines', () => {
    // What judges texts and runs afterwards is no part of any hash.
    const inRuns = files.filter(({ name }) => !/^(coach|lexicon|score)\//.test(name));
    expect(inRuns.length).toBeGreaterThan(50);
    const found = inRuns.flatMap(({ name, text }) =>
      UNSTEADY.filter((pattern) => pattern.test(text)).map((pattern) => `${name}: ${pattern.source}`),
    );
    expect(found).toEqual([]);
  });

  it('should know nothing but the contract, SHA-256 and itself', () => {
    const strange = files.flatMap(({ name, text }) =>
      [...text.matchAll(/from '([^']+)'/g)]
        .map(([, from]) => from!)
        .filter((from) => {
          if (from === '@readyroom/contract' || from === 'node:crypto') return false;
          const inside = relative(ENGINE, resolve(join(ENGINE, name), '..', from));
          return !from.startsWith('.') || inside.startsWith('..');
        })
        .map((from) => `${name}: ${from}`),
    );
    expect(strange).toEqual([]);
  });
});

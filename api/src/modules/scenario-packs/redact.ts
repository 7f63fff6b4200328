import { ScenarioDocument, type RedactedName, type Redaction, type Text } from '@readyroom/contract';

/** Left out of exports unless the author says otherwise. */
export const USUAL: readonly Redaction[] = ['organisation', 'departments'];
const SHOWN_PATHS = 20;
const SHORTEST = { zh: 2, en: 3 } as const;

interface Name {
  readonly kind: Redaction;
  readonly from: Text;
  readonly to: Text;
  /** Of an account. */
  readonly handle?: { from: string; to: string };
}
type Found = RedactedName & { handle?: Name['handle'] };

/** Replaces names wherever they stand in a text, in either language, and says which and where. */
export function redact(
  document: ScenarioDocument,
  kinds: readonly Redaction[],
): { document: unknown; names: RedactedName[] } {
  const found = namesIn(document, kinds).map((name): Found => ({
    ...name,
    places: 0,
    paths: [],
    tooShort: isTooShort(name.from),
  }));
  const swap = swapper(found);
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((one, n) => visit(one, `${path}.${n}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => {
        const here = path ? `${path}.${key}` : key;
        const isText = (key === 'zh' || key === 'en' || key === 'handle') && typeof one === 'string';
        return [key, isText ? swap(one, here) : visit(one, here)];
      }),
    );
  };
  const redacted = visit(document, '');
  return {
    document: redacted,
    names: found.map(({ handle: _handle, ...name }) => name),
  };
}

function namesIn(document: ScenarioDocument, kinds: readonly Redaction[]): Name[] {
  const names: Name[] = [];
  if (kinds.includes('organisation'))
    names.push({
      kind: 'organisation',
      from: document.organisation.name,
      to: { zh: '某公司', en: 'the company' },
    });
  if (kinds.includes('departments')) {
    const known = new Set<string>();
    for (const { department } of document.seats) {
      if (known.has(department.zh) || known.has(department.en)) continue;
      known.add(department.zh).add(department.en);
      const n = names.filter(({ kind }) => kind === 'departments').length + 1;
      names.push({ kind: 'departments', from: department, to: { zh: `部门${n}`, en: `Department ${n}` } });
    }
  }
  if (kinds.includes('personas'))
    document.personas.forEach(({ name, handle }, n) =>
      names.push({
        kind: 'personas',
        from: name,
        to: { zh: `账号${n + 1}`, en: `Account ${n + 1}` },
        handle: { from: handle, to: `account${n + 1}` },
      }),
    );
  return names;
}

const isTooShort = ({ zh, en }: Text): boolean => zh.length < SHORTEST.zh || en.length < SHORTEST.en;

/** One pass over a text, longest name first, so that no replacement is replaced again. */
function swapper(found: readonly Found[]): (text: string, path: string) => string {
  const targets = new Map<string, { name: Found; to: string; alone: boolean }>();
  const add = (from: string, to: string, name: Found, alone: boolean) => {
    if (!targets.has(from)) targets.set(from, { name, to, alone });
  };
  for (const name of found) {
    add(name.from.zh, name.to.zh, name, name.from.zh.length < SHORTEST.zh);
    add(name.from.en, name.to.en, name, name.from.en.length < SHORTEST.en);
    if (name.handle) add(name.handle.from, name.handle.to, name, name.handle.from.length < SHORTEST.en);
  }
  const inText = [...targets.keys()]
    .filter((from) => !targets.get(from)!.alone)
    .sort((a, b) => b.length - a.length);
  const pattern = inText.length ? new RegExp(inText.map(bounded).join('|'), 'gu') : null;
  return (text, path) => {
    const used = new Set<Found>();
    const take = (from: string): string => {
      const { name, to } = targets.get(from)!;
      used.add(name);
      return to;
    };
    const replaced = targets.has(text.trim())
      ? take(text.trim())
      : pattern
        ? text.replace(pattern, take)
        : text;
    for (const name of used) {
      name.places++;
      if (name.paths.length < SHOWN_PATHS) name.paths.push(path);
    }
    return replaced;
  };
}

/** A name that begins or ends with a Latin letter or digit must not be a part of a longer word. */
function bounded(name: string): string {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const word = '[A-Za-z0-9]';
  const before = /^[A-Za-z0-9]/.test(name) ? `(?<!${word})` : '';
  const after = /[A-Za-z0-9]$/.test(name) ? `(?!${word})` : '';
  return `${before}${escaped}${after}`;
}

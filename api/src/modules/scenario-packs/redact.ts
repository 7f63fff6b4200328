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
const SOMEBODY = (n: number): Text => ({ zh: `姓名${n}`, en: `Name ${n}` });

/**
 * Replaces names wherever they stand in a text, in either language and whatever their case, and says which, where, and
 * where one still stands. `listed` are the names for the kind `names`.
 */
export function redact(
  document: ScenarioDocument,
  kinds: readonly Redaction[],
  listed: readonly string[] = [],
): { document: unknown; names: RedactedName[] } {
  const found = namesIn(document, kinds, listed).map((name): Found => ({
    ...name,
    places: 0,
    paths: [],
    left: [],
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
  for (const name of found) name.left = stillIn(redacted, name);
  return {
    document: redacted,
    names: found.map(({ handle: _handle, ...name }) => name),
  };
}

function namesIn(document: ScenarioDocument, kinds: readonly Redaction[], listed: readonly string[]): Name[] {
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
  if (kinds.includes('partners'))
    document.partners.forEach(({ name }, n) =>
      names.push({
        kind: 'partners',
        from: name,
        to: { zh: `外部单位${n + 1}`, en: `Partner ${n + 1}` },
      }),
    );
  if (kinds.includes('names'))
    [...new Set(listed)].forEach((one, n) =>
      names.push({ kind: 'names', from: { zh: one, en: one }, to: SOMEBODY(n + 1) }),
    );
  return names;
}

/** What can give a name away in a key too; departments and accounts are named there after what they do. */
const TELLING_KEYS: readonly Redaction[] = ['organisation', 'partners', 'names'];

/** Keys, short names and longer words are left as they are; whoever exports ought to know. */
function stillIn(document: unknown, { kind, from, handle }: Found): string[] {
  const wanted = [from.zh, from.en, ...(handle ? [handle.from] : [])];
  // Two letters are a part of many a word; three and more hardly by chance.
  const pattern = new RegExp(
    wanted.map((one) => (one.length < SHORTEST.en ? bounded(one) : escaped(one))).join('|'),
    'iu',
  );
  const left: string[] = [];
  const look = (text: string, path: string) => {
    if (left.length < SHOWN_PATHS && pattern.test(text)) left.push(path);
  };
  const everywhere = TELLING_KEYS.includes(kind);
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (everywhere || path === 'slug' || /\.(zh|en|handle)$/.test(path)) look(value, path);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      const here = path ? `${path}.${key}` : key;
      // Only the keys of `slots` are the author's own.
      if (everywhere && path === 'slots') look(key, here);
      visit(one, here);
    }
  };
  visit(document, '');
  return left;
}

const isTooShort = ({ zh, en }: Text): boolean => zh.length < SHORTEST.zh || en.length < SHORTEST.en;

interface Target {
  readonly from: string;
  readonly name: Found;
  /** What it becomes in a text of either language. */
  readonly to: { readonly zh: string; readonly en: string };
  readonly alone: boolean;
}

/** One pass over a text, longest name first, so that no replacement is replaced again. */
function swapper(found: readonly Found[]): (text: string, path: string) => string {
  const targets = targetsOf(found);
  const inText = targets.filter(({ alone }) => !alone).sort((a, b) => b.from.length - a.from.length);
  // A group for each name: which one it was does not have to be guessed from letters whose case was folded.
  const pattern = inText.length
    ? new RegExp(inText.map(({ from }) => `(${bounded(from)})`).join('|'), 'giu')
    : null;
  return (text, path) => {
    const used = new Set<Found>();
    const language = path.endsWith('.en') ? 'en' : 'zh';
    const take = ({ name, to }: Target): string => {
      used.add(name);
      return to[language];
    };
    const alone = targets.find(({ from }) => from.toLowerCase() === text.trim().toLowerCase());
    const replaced = alone
      ? take(alone)
      : pattern
        ? text.replace(pattern, (_all, ...groups: unknown[]) =>
            take(inText[groups.findIndex((group) => group !== undefined)]!),
          )
        : text;
    for (const name of used) {
      name.places++;
      if (name.paths.length < SHOWN_PATHS) name.paths.push(path);
    }
    return replaced;
  };
}

function targetsOf(found: readonly Found[]): Target[] {
  const targets: Target[] = [];
  const add = (from: string, to: Target['to'], name: Found, alone: boolean) => {
    if (targets.every((known) => known.from.toLowerCase() !== from.toLowerCase()))
      targets.push({ from, to, name, alone });
  };
  for (const name of found) {
    const { from, to, handle, kind } = name;
    const same = (text: string) => ({ zh: text, en: text });
    // A name that the author listed is one string; what it becomes goes by the language of the text.
    const either = kind === 'names' ? to : null;
    add(from.zh, either ?? same(to.zh), name, from.zh.length < SHORTEST.zh);
    add(from.en, either ?? same(to.en), name, from.en.length < SHORTEST.en);
    if (handle) add(handle.from, same(handle.to), name, handle.from.length < SHORTEST.en);
  }
  return targets;
}

const escaped = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A name that begins or ends with a Latin letter or digit must not be a part of a longer word. */
function bounded(name: string): string {
  const word = '[A-Za-z0-9]';
  const before = /^[A-Za-z0-9]/.test(name) ? `(?<!${word})` : '';
  const after = /[A-Za-z0-9]$/.test(name) ? `(?!${word})` : '';
  return `${before}${escaped(name)}${after}`;
}

import type { z } from 'zod';
import type { Path } from './problem.js';
import type { YamlSource } from './yaml-source.js';

type Issue = z.core.$ZodIssue;

const LANGUAGES: Record<string, string> = { zh: 'Chinese', en: 'English' };

/**
 * Parses a file by its schema; what does not fit becomes problems of the file, and the answer undefined. `guide` is the
 * page that describes the format.
 */
export function readShape<T extends z.ZodType>(
  source: YamlSource,
  schema: T,
  guide = 'docs/CONTENT.md',
): z.output<T> | undefined {
  if (source.problems.length) return undefined;
  const parsed = schema.safeParse(source.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) report(source, issue, [], guide);
  return undefined;
}

function report(source: YamlSource, issue: Issue, at: Path, guide: string): void {
  const path = [...at, ...(issue.path as Path)];
  const meant = issue.code === 'invalid_union' ? meantForm(issue) : undefined;
  if (meant) for (const inner of meant) report(source, inner, path, guide);
  else if (issue.code === 'unrecognized_keys')
    for (const key of issue.keys) source.report([...path, key], unknownKey(source, [...path, key], guide));
  else source.report(path, sentence(issue, path, source.valueOf(path)));
}

function unknownKey(source: YamlSource, path: Path, guide: string): string {
  const key = path.at(-1);
  return source.valueOf(path) === null
    ? `“${key}” has become a key: put a text with a comma or colon into quotes, or remove the key`
    : `Unknown key “${key}”: remove it, or see ${guide} for the right name`;
}

/** Of several forms of a group of keys, the one that has the keys which are there: its faults are those to name. */
function meantForm(issue: Extract<Issue, { code: 'invalid_union' }>): readonly Issue[] | undefined {
  const fitting = issue.errors.filter(
    (faults) => !faults.some(({ code, path }) => path.length === 0 && code !== 'custom'),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function sentence(issue: Issue, path: Path, value: unknown): string {
  const name = nameOf(path);
  const shown = describe(value);
  const language = LANGUAGES[String(path.at(-1))];
  const absent = value === undefined || value === null || (typeof value === 'string' && !value.trim());
  if (absent && language)
    return `The ${language} text of ${nameOf(path.slice(0, -1))} is missing: add “${path.at(-1)}”`;
  switch (issue.code) {
    case 'invalid_type':
      return absent
        ? `${name} is missing: add it`
        : `${name} must be ${EXPECTED[issue.expected] ?? issue.expected}, not ${kindOf(value)}`;
    case 'invalid_value':
      return `Unknown ${singular(path)} “${shown}”: use ${issue.values.join(', ')}`;
    case 'invalid_union':
      return absent
        ? `${name} is missing: add one of ${unionOptions(issue)}`
        : `Unknown ${singular(path)} “${shown}”: use ${unionOptions(issue)}`;
    case 'too_small':
      return issue.origin === 'array'
        ? `${name} has ${(value as unknown[]).length} of at least ${issue.minimum}: add more`
        : absent
          ? `${name} is empty: write it`
          : `${name} is ${shown}: it must be at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `${name} has ${(value as unknown[]).length}, at most ${issue.maximum} are allowed: remove some`
        : `${name} is ${shown}: it must be at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'url'
        ? `${name} must be a full address with https://`
        : `${name} is wrong: ${issue.message}`;
    default:
      return `${name} is wrong: ${issue.message}`;
  }
}

const EXPECTED: Record<string, string> = {
  string: 'text in quotes',
  object: 'a group of keys (texts have zh and en)',
  array: 'a list',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

const describe = (value: unknown): string =>
  value !== null && typeof value === 'object' ? kindOf(value) : String(value);

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a group of keys';
  return typeof value === 'string' ? 'a text' : `the ${typeof value} ${String(value)}`;
}

/** `questions[3].prompt` reads better than a list of parts; the line says the rest. */
function nameOf(path: Path): string {
  const keys = path.filter((part): part is string => typeof part === 'string');
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  return typeof last === 'number' ? `Item ${last + 1} of “${keys.at(-1) ?? 'the list'}”` : `“${last}”`;
}

function singular(path: Path): string {
  const key = path.filter((part): part is string => typeof part === 'string').at(-1) ?? 'value';
  return key === 'tiers' ? 'tier' : key;
}

function unionOptions(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.join(', ');
  const forms = issue.errors.flatMap((faults) => {
    const root = faults.find(({ path }) => path.length === 0);
    if (root?.code === 'invalid_value') return root.values.map(String);
    if (root?.code === 'invalid_type') return [EXPECTED[root.expected] ?? root.expected];
    return faults.flatMap(({ path }) => (path.length ? [String(path[0])] : [])).slice(0, 1);
  });
  return [...new Set(forms)].join(', ');
}

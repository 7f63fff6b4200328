import type { z } from 'zod';
import type { Path } from './problem.js';
import type { YamlSource } from './yaml-source.js';

type Issue = z.core.$ZodIssue;

const LANGUAGES: Record<string, string> = { zh: 'Chinese', en: 'English' };

/** Parses a file by its schema; what does not fit becomes problems of the file, and the answer undefined. */
export function readShape<T extends z.ZodType>(source: YamlSource, schema: T): z.output<T> | undefined {
  if (source.problems.length) return undefined;
  const parsed = schema.safeParse(source.data);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const path = issue.path as Path;
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys)
        source.report(
          [...path, key],
          `Unknown key “${key}”: remove it, or see docs/CONTENT.md for the right name`,
        );
    else source.report(path, sentence(issue, path, source.valueOf(path)));
  }
  return undefined;
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

const unionOptions = (issue: Issue): string =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : 'a known type';

import { join } from 'node:path';
import { checkContent } from '../check/check-content.js';
import type { ContentFile } from '../source/content.js';
import { readFolder } from '../source/read-folder.js';

export const COURSE = 'first-hour/course.yaml';
export const SIGNALS = 'first-hour/lessons/01-signals.yaml';
export const STEERING = 'first-hour/lessons/02-steering.yaml';
export const CASE = 'first-hour/lessons/03-case.yaml';
export const BANK = 'first-hour/questions/signals.yaml';
export const STATEMENTS = 'first-hour/questions/statements.yaml';

/** One mistake in otherwise sound content: `at` is a part of the line that the problem must point to. */
export interface Mistake {
  what: string;
  file: string;
  from: string | RegExp;
  to: string;
  at: string;
  says: RegExp;
}

/** The files of test/fixtures/content, which have no problem. */
export const soundContent = (): Promise<ContentFile[]> =>
  readFolder(join(__dirname, '../../../../../test/fixtures/content'));

/** Makes the mistake and expects a problem that names file and line and says what to do. */
export async function expectNamed({ file, from, to, at, says }: Mistake): Promise<void> {
  const sound = await soundContent();
  const files = sound.map((entry) =>
    entry.name === file ? { ...entry, text: entry.text.replace(from, to) } : entry,
  );
  const text = files.find((entry) => entry.name === file)!.text;
  expect(text).not.toBe(sound.find((entry) => entry.name === file)!.text);
  const { content, problems } = checkContent(files);
  expect(content).toBeNull();
  expect(
    problems.map((problem) => [problem.file, text.split('\n')[problem.line - 1], problem.message]),
  ).toContainEqual([file, expect.stringContaining(at), expect.stringMatching(says)]);
}

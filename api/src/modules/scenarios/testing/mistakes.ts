import { join } from 'node:path';
import { readFolder, type ContentFile } from '../../content/index.js';
import { checkEverything } from '../check/check-scenarios.js';

const FOLDER = 'scenarios/first-alarm/';
export type ScenarioFile = 'scenario' | 'cast' | 'msel' | 'deck' | 'feed' | 'plan';

/** One mistake in an otherwise sound scenario: `at` is a part of the line that the problem must point to. */
export interface Mistake {
  what: string;
  file: ScenarioFile;
  from: string | RegExp;
  to: string;
  at: string;
  says: RegExp;
  /** Where the problem is named, unless it is the file with the mistake. */
  namedIn?: ScenarioFile;
}

/** The files of test/fixtures/content, which have no problem. */
export const soundContent = (): Promise<ContentFile[]> =>
  readFolder(join(__dirname, '../../../../../test/fixtures/content'));

/** Makes the mistake and expects a problem that names file and line and says what to do. */
export async function expectNamed({ file, from, to, at, says, namedIn }: Mistake): Promise<void> {
  const sound = await soundContent();
  const name = `${FOLDER}${file}.yaml`;
  const files = sound.map((entry) =>
    entry.name === name ? { ...entry, text: entry.text.replace(from, to) } : entry,
  );
  const textOf = (list: readonly ContentFile[], wanted: string) =>
    list.find((entry) => entry.name === wanted)!.text;
  expect(textOf(files, name)).not.toBe(textOf(sound, name));
  const { scenarios, problems } = checkEverything(files);
  expect(scenarios.scenarios).toBeNull();
  const named = `${FOLDER}${namedIn ?? file}.yaml`;
  const lines = textOf(files, named).split('\n');
  expect(problems.map((problem) => [problem.file, lines[problem.line - 1], problem.message])).toContainEqual([
    named,
    expect.stringContaining(at),
    expect.stringMatching(says),
  ]);
}

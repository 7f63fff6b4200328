import { basename, dirname, join, resolve } from 'node:path';
import { checkTemplates } from '../modules/briefings/index.js';
import { readFolder } from '../modules/content/index.js';
import { checkNotice } from '../modules/personal-data/index.js';
import { checkPrograms } from '../modules/programs/index.js';
import { checkEverything } from '../modules/scenarios/index.js';
import { readConfig } from '../platform/config/config.js';

/**
 * `npm run content:check [folder]`: names file and line of whatever is wrong; exit code 1 when something is. The folder
 * is a content folder, or one scenario of it (`content/scenarios/data-leak`), whose problems alone are then named.
 */
async function main(): Promise<void> {
  const asked = process.argv[2] ?? readConfig(process.env).READYROOM_CONTENT;
  const one = basename(dirname(resolve(asked))) === 'scenarios';
  const folder = one ? dirname(dirname(asked)) : asked;
  const files = await readFolder(folder);
  const { content, scenarios, problems: others } = checkEverything(files);
  const { programs, problems: ofPrograms } = checkPrograms(files, content);
  const { templates, problems: ofTemplates } = checkTemplates(files, content);
  const problems = [...others, ...ofPrograms, ...ofTemplates, ...checkNotice(files).problems];
  const named = problems.filter(({ file }) => !one || file.startsWith(`scenarios/${basename(asked)}/`));
  for (const { file, line, message } of named) console.log(`${join(folder, file)}:${line}  ${message}`);
  const { courses, lessons, questions, byType, length } = content.figures();
  const types = Object.entries(byType).map(([type, count]) => `${type} ${count}`);
  const { figures } = scenarios;
  console.log(
    `${courses} courses, ${lessons} lessons, ${questions} questions (${types.join(', ')}), ` +
      `${length.zh} Chinese characters, ${length.en} English words; ` +
      `${figures.scenarios} scenarios, ${figures.injects} injects, ${figures.posts} posts; ${programs?.length ?? 0} programs; ${templates?.length ?? 0} briefing templates; ${named.length || 'no'} problems`,
  );
  process.exitCode = named.length ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(
    `The content could not be checked. ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});

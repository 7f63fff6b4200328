import { join } from 'node:path';
import { checkContent, readFolder } from '../modules/content/index.js';
import { readConfig } from '../platform/config/config.js';

/** `npm run content:check [folder]`: names file and line of whatever is wrong; exit code 1 when something is. */
async function main(): Promise<void> {
  const folder = process.argv[2] ?? readConfig(process.env).READYROOM_CONTENT;
  const { problems, figures } = checkContent(await readFolder(folder));
  for (const { file, line, message } of problems) console.log(`${join(folder, file)}:${line}  ${message}`);
  const { courses, lessons, questions, byType, length } = figures();
  const types = Object.entries(byType).map(([type, count]) => `${type} ${count}`);
  console.log(
    `${courses} courses, ${lessons} lessons, ${questions} questions (${types.join(', ')}), ` +
      `${length.zh} Chinese characters, ${length.en} English words; ${problems.length || 'no'} problems`,
  );
  process.exitCode = problems.length ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(
    `The content could not be checked. ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
});

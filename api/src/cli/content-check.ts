import { join } from 'node:path';
import { checkContent, readFolder } from '../modules/content/index.js';
import { readConfig } from '../platform/config/config.js';

/** `npm run content:check [folder]`: names file and line of whatever is wrong; exit code 1 when something is. */
const folder = process.argv[2] ?? readConfig(process.env).READYROOM_CONTENT;
const { problems, figures } = checkContent(await readFolder(folder));
for (const { file, line, message } of problems) console.log(`${join(folder, file)}:${line}  ${message}`);
const types = Object.entries(figures.byType).map(([type, count]) => `${type} ${count}`);
console.log(
  `${figures.courses} courses, ${figures.lessons} lessons, ${figures.questions} questions (${types.join(', ')}), ` +
    `${figures.length.zh} Chinese characters, ${figures.length.en} English words; ${problems.length || 'no'} problems`,
);
process.exitCode = problems.length ? 1 : 0;

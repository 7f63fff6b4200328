export { ProgramsModule } from './programs.module.js';
export { checkPrograms } from './content/check-programs.js';
export { ProgramImport } from './content/program-import.js';

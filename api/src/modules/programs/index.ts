export { ProgramsModule } from './programs.module.js';
export { Programs } from './programs.service.js';
export { checkPrograms } from './content/check-programs.js';
export { ProgramImport, type ProgramImportReport } from './content/program-import.js';

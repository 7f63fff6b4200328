export { ProgramsModule } from './programs.module.js';
export { Programs } from './programs.service.js';
export { checkProgram, type ProgramFault } from './check-program.js';

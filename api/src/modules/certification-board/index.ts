export { CertificationBoardModule } from './certification-board.module.js';

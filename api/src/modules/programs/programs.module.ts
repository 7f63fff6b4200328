import { Module } from '@nestjs/common';
import { AudienceRulesModule } from '../audience-rules/index.js';
import { ProgramImport } from './content/program-import.js';
import { ProgramsController } from './programs.controller.js';
import { ProgramsReadModel } from './programs.read-model.js';
import { Programs } from './programs.service.js';

@Module({
  imports: [AudienceRulesModule],
  controllers: [ProgramsController],
  providers: [Programs, ProgramsReadModel, ProgramImport],
  exports: [Programs, ProgramImport],
})
export class ProgramsModule {}

import { Module } from '@nestjs/common';
import { AudienceRulesModule } from '../audience-rules/index.js';
import { AuthModule } from '../auth/index.js';
import { ImportsRepository } from './imports.repository.js';
import { PeopleImportsController } from './people-imports.controller.js';
import { PeopleImports } from './people-imports.service.js';
import { RosterWriter } from './roster-writer.js';
import { StaffReadModel } from './staff.read-model.js';

@Module({
  imports: [AudienceRulesModule, AuthModule],
  controllers: [PeopleImportsController],
  providers: [PeopleImports, ImportsRepository, StaffReadModel, RosterWriter],
})
export class PeopleImportsModule {}

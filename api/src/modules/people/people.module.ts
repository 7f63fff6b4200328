import { Module } from '@nestjs/common';
import { AudienceRulesModule } from '../audience-rules/index.js';
import { AuthModule } from '../auth/index.js';
import { DepartmentsModule } from '../departments/index.js';
import { CredentialHandOut } from './credential-hand-out.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleReadModel } from './people.read-model.js';
import { PeopleRepository } from './people.repository.js';
import { People } from './people.service.js';

@Module({
  imports: [AudienceRulesModule, AuthModule, DepartmentsModule],
  controllers: [PeopleController],
  providers: [People, PeopleReadModel, PeopleRepository, CredentialHandOut],
})
export class PeopleModule {}

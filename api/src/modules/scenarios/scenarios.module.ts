import { Module } from '@nestjs/common';
import { MselImportsRepository } from './msel/msel-imports.repository.js';
import { MselImports } from './msel/msel-imports.service.js';
import { MselController } from './msel/msel.controller.js';
import { ScenarioImport } from './scenario-import.js';
import { ScenarioVersions } from './scenario-versions.js';
import { ScenariosController } from './scenarios.controller.js';
import { ScenariosReadModel } from './scenarios.read-model.js';
import { Scenarios } from './scenarios.service.js';

@Module({
  controllers: [ScenariosController, MselController],
  providers: [
    MselImports,
    MselImportsRepository,
    ScenarioImport,
    Scenarios,
    ScenariosReadModel,
    ScenarioVersions,
  ],
  exports: [ScenarioImport, ScenarioVersions],
})
export class ScenariosModule {}

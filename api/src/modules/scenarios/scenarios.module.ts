import { Module } from '@nestjs/common';
import { ScenarioImport } from './scenario-import.js';
import { ScenarioVersions } from './scenario-versions.js';

@Module({
  providers: [ScenarioImport, ScenarioVersions],
  exports: [ScenarioImport, ScenarioVersions],
})
export class ScenariosModule {}

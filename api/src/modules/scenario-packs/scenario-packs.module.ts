import { Module } from '@nestjs/common';
import { ScenariosModule } from '../scenarios/index.js';
import { PackExports } from './pack-exports.service.js';
import { PackImports } from './pack-imports.service.js';
import { ScenarioPacksController } from './scenario-packs.controller.js';
import { ScenarioPacksRepository } from './scenario-packs.repository.js';
import { SignersRepository } from './signers.repository.js';

@Module({
  imports: [ScenariosModule],
  controllers: [ScenarioPacksController],
  providers: [PackExports, PackImports, ScenarioPacksRepository, SignersRepository],
})
export class ScenarioPacksModule {}

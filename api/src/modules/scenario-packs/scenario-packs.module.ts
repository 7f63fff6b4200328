import { Module } from '@nestjs/common';
import { ScenariosModule } from '../scenarios/index.js';
import { PackExports } from './pack-exports.service.js';
import { PackImports } from './pack-imports.service.js';
import { ScenarioPacksController } from './scenario-packs.controller.js';
import { ScenarioPacksRepository } from './scenario-packs.repository.js';
import { ScoreNumbersController } from './scores/score-numbers.controller.js';
import { ScoreNumbersService } from './scores/score-numbers.service.js';
import { SignersRepository } from './signers.repository.js';

@Module({
  imports: [ScenariosModule],
  controllers: [ScenarioPacksController, ScoreNumbersController],
  providers: [PackExports, PackImports, ScenarioPacksRepository, ScoreNumbersService, SignersRepository],
})
export class ScenarioPacksModule {}

import { Module } from '@nestjs/common';
import { ScenariosModule } from '../scenarios/index.js';
import { PackDecisionsRepository } from './pack-decisions.repository.js';
import { PackExports } from './pack-exports.service.js';
import { PackImports } from './pack-imports.service.js';
import { ScenarioPacksController } from './scenario-packs.controller.js';
import { ScenarioPacksRepository } from './scenario-packs.repository.js';
import { ScoreNumbersController } from './scores/score-numbers.controller.js';
import { ScoreNumbersService } from './scores/score-numbers.service.js';
import { SignersController } from './signers.controller.js';
import { SignersRepository } from './signers.repository.js';
import { Signers } from './signers.service.js';

@Module({
  imports: [ScenariosModule],
  controllers: [ScenarioPacksController, SignersController, ScoreNumbersController],
  providers: [
    PackDecisionsRepository,
    PackExports,
    PackImports,
    ScenarioPacksRepository,
    ScoreNumbersService,
    Signers,
    SignersRepository,
  ],
})
export class ScenarioPacksModule {}

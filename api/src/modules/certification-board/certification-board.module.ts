import { Module } from '@nestjs/common';
import { BoardReadModel } from './board.read-model.js';
import { CertificationBoardController } from './certification-board.controller.js';
import { RowsExport } from './rows.export.js';
import { RowsReadModel } from './rows.read-model.js';

@Module({
  controllers: [CertificationBoardController],
  providers: [BoardReadModel, RowsReadModel, RowsExport],
})
export class CertificationBoardModule {}

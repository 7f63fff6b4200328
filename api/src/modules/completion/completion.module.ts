import { Module } from '@nestjs/common';
import { CompletionBoardReadModel } from './completion-board.read-model.js';
import { CompletionController } from './completion.controller.js';
import { CompletionRowsExport } from './completion-rows.export.js';
import { CompletionRowsReadModel } from './completion-rows.read-model.js';

@Module({
  controllers: [CompletionController],
  providers: [CompletionBoardReadModel, CompletionRowsReadModel, CompletionRowsExport],
})
export class CompletionModule {}

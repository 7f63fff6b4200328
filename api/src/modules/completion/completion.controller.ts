import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  BoardExportQuery,
  CompletionBoard,
  CompletionExportQuery,
  CompletionFilters,
  CompletionRowList,
  CompletionRowsQuery,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { FILE_TYPES, sendFile } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { BOM, csvLine } from '../../platform/spreadsheet/csv.js';
import { xlsxStream } from '../../platform/spreadsheet/xlsx-stream.js';
import { BOARD_WIDTHS, boardLines } from './completion-board.export.js';
import { CompletionBoardReadModel } from './completion-board.read-model.js';
import { CompletionRowsExport } from './completion-rows.export.js';
import { CompletionRowsReadModel } from './completion-rows.read-model.js';
import { WORDS } from './completion-words.js';

@ApiTags('completion')
@Controller('completion')
export class CompletionController {
  constructor(
    private readonly boards: CompletionBoardReadModel,
    private readonly rows: CompletionRowsReadModel,
    private readonly rowsExport: CompletionRowsExport,
  ) {}

  @Route({
    id: 'getCompletionBoard',
    method: 'GET',
    path: 'board',
    returns: CompletionBoard,
    access: { can: 'completion.read' },
    summary: 'Who is done, by department, tier and course',
  })
  board(
    @CurrentActor() actor: Actor,
    @Query({ schema: CompletionFilters }) query: z.infer<typeof CompletionFilters>,
  ): Promise<CompletionBoard> {
    return this.boards.board(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'exportCompletionBoard',
    method: 'GET',
    path: 'board/export',
    produces: FILE_TYPES,
    access: { can: 'completion.export' },
    summary: 'The board as a file, equal to the screen',
  })
  async exportBoard(
    @CurrentActor() actor: Actor,
    @Query({ schema: BoardExportQuery }) query: z.infer<typeof BoardExportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const board = await this.boards.board(query, actor.scopeDepartmentId);
    const { header, file } = WORDS[query.locale].board;
    const rows = boardLines(board, query.locale);
    await sendFile(reply, {
      name: `${file}-${board.today}`,
      format: query.format,
      content:
        query.format === 'csv'
          ? BOM + [header, ...rows].map(csvLine).join('')
          : xlsxStream({ name: file, header, widths: BOARD_WIDTHS, rows }),
    });
  }

  @Route({
    id: 'listCompletionRows',
    method: 'GET',
    path: 'rows',
    returns: CompletionRowList,
    access: { can: 'completion.read' },
    summary: 'The people behind any number of the board',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: CompletionRowsQuery }) query: z.infer<typeof CompletionRowsQuery>,
  ): Promise<z.infer<typeof CompletionRowList>> {
    return this.rows.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'exportCompletionRows',
    method: 'GET',
    path: 'rows/export',
    produces: FILE_TYPES,
    access: { can: 'completion.export' },
    summary: 'All rows of a filter as a file',
  })
  async exportRows(
    @CurrentActor() actor: Actor,
    @Query({ schema: CompletionExportQuery }) query: z.infer<typeof CompletionExportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { today, content } = await this.rowsExport.stream(query, actor.scopeDepartmentId);
    await sendFile(reply, {
      name: `${WORDS[query.locale].rows.file}-${today}`,
      format: query.format,
      content,
    });
  }
}

import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CertificationBoard,
  CertificationBoardExportQuery,
  CertificationExportQuery,
  CertificationFilters,
  CertificationRowList,
  CertificationRowsQuery,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { FILE_TYPES, sendFile } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { BOM, csvLine } from '../../platform/spreadsheet/csv.js';
import { xlsxStream } from '../../platform/spreadsheet/xlsx-stream.js';
import { BOARD_WIDTHS, boardLines } from './board.export.js';
import { BoardReadModel } from './board.read-model.js';
import { RowsExport } from './rows.export.js';
import { RowsReadModel } from './rows.read-model.js';
import { WORDS } from './words.js';

@ApiTags('certification')
@Controller('certification')
export class CertificationBoardController {
  constructor(
    private readonly boards: BoardReadModel,
    private readonly rows: RowsReadModel,
    private readonly rowsExport: RowsExport,
  ) {}

  @Route({
    id: 'getCertificationBoard',
    method: 'GET',
    path: 'board',
    returns: CertificationBoard,
    access: { can: 'certification.read' },
    summary: 'How many are where, by department, program and status',
  })
  board(
    @CurrentActor() actor: Actor,
    @Query({ schema: CertificationFilters }) query: z.infer<typeof CertificationFilters>,
  ): Promise<CertificationBoard> {
    return this.boards.board(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'exportCertificationBoard',
    method: 'GET',
    path: 'board/export',
    produces: FILE_TYPES,
    access: { can: 'completion.export' },
    summary: 'The board as a file, equal to the screen',
  })
  async exportBoard(
    @CurrentActor() actor: Actor,
    @Query({ schema: CertificationBoardExportQuery }) query: z.infer<typeof CertificationBoardExportQuery>,
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
    id: 'listCertificationRows',
    method: 'GET',
    path: 'people',
    returns: CertificationRowList,
    access: { can: 'certification.read' },
    summary: 'The people behind any number of the board',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: CertificationRowsQuery }) query: z.infer<typeof CertificationRowsQuery>,
  ): Promise<z.infer<typeof CertificationRowList>> {
    return this.rows.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'exportCertificationRows',
    method: 'GET',
    path: 'people/export',
    produces: FILE_TYPES,
    access: { can: 'completion.export' },
    summary: 'All people of a filter as a file',
  })
  async exportRows(
    @CurrentActor() actor: Actor,
    @Query({ schema: CertificationExportQuery }) query: z.infer<typeof CertificationExportQuery>,
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

import { Body, Controller, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DifferencePersonList,
  RuleDifference,
  RuleDifferenceBody,
  RuleDifferenceExportBody,
  RuleDifferencePeopleBody,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../../platform/access/actor.js';
import { FILE_TYPES, sendFile } from '../../../platform/http/attachment.js';
import { Route } from '../../../platform/http/route.js';
import { BOM, csvLine } from '../../../platform/spreadsheet/csv.js';
import { xlsxStream } from '../../../platform/spreadsheet/xlsx-stream.js';
import { DIFFERENCE_WIDTHS, DIFFERENCE_WORDS, differenceLine } from './difference.export.js';
import { DifferenceReadModel } from './difference.read-model.js';

@ApiTags('audience rules')
@Controller('audience-rules/difference')
export class DifferenceController {
  constructor(private readonly differences: DifferenceReadModel) {}

  @Route({
    id: 'previewRuleDifference',
    method: 'POST',
    path: '',
    status: 200,
    returns: RuleDifference,
    access: { can: 'audience_rule.write' },
    summary: 'Exactly what making, changing or ending a rule would do, before anything is written',
  })
  difference(
    @CurrentActor() actor: Actor,
    @Body({ schema: RuleDifferenceBody }) { change }: z.infer<typeof RuleDifferenceBody>,
  ): Promise<RuleDifference> {
    return this.differences.difference(change, actor.scopeDepartmentId);
  }

  @Route({
    id: 'listRuleDifference',
    method: 'POST',
    path: 'people',
    status: 200,
    returns: DifferencePersonList,
    access: { can: 'audience_rule.write' },
    summary: 'The people behind a number of the difference',
  })
  people(
    @CurrentActor() actor: Actor,
    @Body({ schema: RuleDifferencePeopleBody }) body: z.infer<typeof RuleDifferencePeopleBody>,
  ): Promise<z.infer<typeof DifferencePersonList>> {
    return this.differences.people(body.change, actor.scopeDepartmentId, body.group ?? null, {
      limit: body.perPage,
      offset: (body.page - 1) * body.perPage,
    });
  }

  @Route({
    id: 'exportRuleDifference',
    method: 'POST',
    path: 'export',
    status: 200,
    produces: FILE_TYPES,
    access: { can: 'audience_rule.write' },
    summary: 'All people of the difference as a file',
  })
  async export(
    @CurrentActor() actor: Actor,
    @Body({ schema: RuleDifferenceExportBody }) body: z.infer<typeof RuleDifferenceExportBody>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { items } = await this.differences.people(
      body.change,
      actor.scopeDepartmentId,
      body.group ?? null,
      null,
    );
    const { header, file } = DIFFERENCE_WORDS[body.locale];
    const rows = items.map((person) => differenceLine(person, body.locale));
    await sendFile(reply, {
      name: file,
      format: body.format,
      content:
        body.format === 'csv'
          ? BOM + [header, ...rows].map(csvLine).join('')
          : xlsxStream({ name: file, header, widths: DIFFERENCE_WIDTHS, rows }),
    });
  }
}

import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BriefingTemplateList, type BriefingTemplate } from '@readyroom/contract';
import type { z } from 'zod';
import { Database } from '../../../platform/database/database.js';
import { Route } from '../../../platform/http/route.js';

@ApiTags('briefings')
@Controller('briefing-templates')
export class BriefingTemplatesController {
  constructor(private readonly database: Database) {}

  @Route({
    id: 'listBriefingTemplates',
    method: 'GET',
    path: '',
    returns: BriefingTemplateList,
    access: { can: 'briefing.send' },
    summary: 'What a flash briefing can begin with, with the gaps to fill',
  })
  async list(): Promise<z.infer<typeof BriefingTemplateList>> {
    const rows = await this.database.query<{ document: BriefingTemplate }>(
      'SELECT document FROM briefing_template ORDER BY slug',
    );
    return { items: rows.map(({ document }) => document), total: rows.length };
  }
}

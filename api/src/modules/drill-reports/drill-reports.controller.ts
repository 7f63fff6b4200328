import { Controller, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DrillReport, DrillReportFileQuery, FollowUp, FollowUpList, Uuid } from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { sendFile, type FileFormat } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { DrillAccess, DrillRunsReadModel } from '../drill-runs/index.js';
import { writeReport } from './document/write-report.js';
import { FollowUps } from './follow-ups/follow-ups.service.js';
import { HotWashes } from './hot-wash/hot-wash.service.js';
import { DrillReportsReadModel } from './report/drill-reports.read-model.js';
import { DRILL_MARK } from './words.js';

type FileQuery = z.infer<typeof DrillReportFileQuery>;

@ApiTags('drill reports')
@Controller()
export class DrillReportsController {
  constructor(
    private readonly reports: DrillReportsReadModel,
    private readonly runs: DrillRunsReadModel,
    private readonly followUps: FollowUps,
    private readonly hotWashes: HotWashes,
    private readonly access: DrillAccess,
  ) {}

  @Route({
    id: 'getDrillReport',
    method: 'GET',
    path: 'drill-runs/:id/report',
    returns: DrillReport,
    access: { can: 'drill.read' },
    summary: 'The after-action report of a run that is over, worked out from its log',
  })
  report(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillReport> {
    return this.reports.report(actor, id);
  }

  @Route({
    id: 'getDrillReportHtml',
    method: 'GET',
    path: 'drill-runs/:id/report.html',
    produces: ['text/html'],
    access: { can: 'drill.read' },
    summary: 'The report as a page to keep',
  })
  html(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DrillReportFileQuery }) query: FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.file(actor, id, query, 'html', reply);
  }

  @Route({
    id: 'getDrillReportMarkdown',
    method: 'GET',
    path: 'drill-runs/:id/report.md',
    produces: ['text/markdown'],
    access: { can: 'drill.read' },
    summary: 'The report as Markdown',
  })
  markdown(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DrillReportFileQuery }) query: FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.file(actor, id, query, 'md', reply);
  }

  @Route({
    id: 'getDrillReportPdf',
    method: 'GET',
    path: 'drill-runs/:id/report.pdf',
    produces: ['application/pdf'],
    access: { can: 'drill.read' },
    summary: 'The report to print and sign',
  })
  pdf(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: DrillReportFileQuery }) query: FileQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.file(actor, id, query, 'pdf', reply);
  }

  @Route({
    id: 'closeDrillReport',
    method: 'POST',
    path: 'drill-runs/:id/report/close',
    status: 200,
    returns: DrillReport,
    access: { can: 'drill.run' },
    summary: 'Take no more answers to the hot wash; closing again changes nothing',
  })
  async close(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<DrillReport> {
    // Reading it first answers for what is not theirs or not over yet.
    await this.reports.report(actor, id);
    await this.access.mustDirect(actor, id);
    await this.hotWashes.close(actor, id);
    return this.reports.report(actor, id);
  }

  @Route({
    id: 'listFollowUps',
    method: 'GET',
    path: 'drill-runs/:id/follow-ups',
    returns: FollowUpList,
    access: { can: 'drill.read' },
    summary: 'Courses that a run asked for: to whom, and because of which objectives',
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof FollowUpList>> {
    await this.runs.detail(actor, id);
    return { items: await this.followUps.list(id) };
  }

  @Route({
    id: 'undoFollowUp',
    method: 'POST',
    path: 'follow-ups/:id/undo',
    status: 200,
    returns: FollowUp,
    access: { can: 'audience_rule.write' },
    summary:
      'Take a follow-up back: its rule is withdrawn, completed assignments stay, and it does not come again',
  })
  undo(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<FollowUp> {
    return this.followUps.undo(actor, id);
  }

  private async file(
    actor: Actor,
    id: string,
    query: FileQuery,
    format: Extract<FileFormat, 'html' | 'md' | 'pdf'>,
    reply: FastifyReply,
  ): Promise<void> {
    const report = await this.reports.report(actor, id);
    const content = await writeReport(report, query.locale ?? actor.locale, format);
    const day = (report.run.startedAt ?? report.run.endedAt ?? '').slice(0, 10);
    await sendFile(reply, { name: `${DRILL_MARK} ${report.run.scenario.slug} ${day}`, format, content });
  }
}

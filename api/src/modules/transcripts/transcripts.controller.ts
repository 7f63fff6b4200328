import { Controller, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TranscriptQuery, Uuid } from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { sendFile, XLSX } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { toPdf } from '../../platform/pdf/pdf-document.js';
import { xlsxStream } from '../../platform/spreadsheet/xlsx-stream.js';
import { transcriptDocument } from './transcript-document.js';
import { transcriptRows, WIDTHS } from './transcript-rows.js';
import { TRANSCRIPT_WORDS } from './transcript-words.js';
import { TranscriptReadModel, type Transcript } from './transcript.read-model.js';

const FILES = ['application/pdf', XLSX];

@ApiTags('transcripts')
@Controller()
export class TranscriptsController {
  constructor(private readonly transcripts: TranscriptReadModel) {}

  @Route({
    id: 'downloadMyTranscript',
    method: 'GET',
    path: 'learn/transcript',
    produces: FILES,
    access: { can: 'learning.read' },
    summary: 'Everything I have completed, as a document or a workbook',
  })
  async mine(
    @CurrentActor() actor: Actor,
    @Query({ schema: TranscriptQuery }) query: TranscriptQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(await this.transcripts.mine(actor.personId), query, actor, reply);
  }

  @Route({
    id: 'downloadTranscript',
    method: 'GET',
    path: 'people/:id/transcript',
    produces: FILES,
    access: { can: 'certification.read' },
    summary: 'Everything that a person in scope has completed, as a document or a workbook',
  })
  async ofPerson(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Query({ schema: TranscriptQuery }) query: TranscriptQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(await this.transcripts.ofPerson(id, actor.scopeDepartmentId), query, actor, reply);
  }

  private async send(
    transcript: Transcript,
    { format, locale }: TranscriptQuery,
    actor: Actor,
    reply: FastifyReply,
  ): Promise<void> {
    const language = locale ?? actor.locale;
    const words = TRANSCRIPT_WORDS[language];
    await sendFile(reply, {
      name: `${words.title}-${transcript.person.name}-${transcript.today}`,
      format,
      content:
        format === 'pdf'
          ? await toPdf(transcriptDocument(transcript, language))
          : xlsxStream({
              name: words.title,
              header: words.header,
              widths: WIDTHS,
              rows: transcriptRows(transcript, language),
            }),
    });
  }
}

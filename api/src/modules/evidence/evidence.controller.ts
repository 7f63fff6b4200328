import { Controller, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  EvidenceAnchorList,
  EvidenceAnchorsQuery,
  EvidenceCheck,
  EvidenceCheckQuery,
  EvidenceExportQuery,
  EvidenceList,
  EvidenceQuery,
  EvidenceState,
} from '@readyroom/contract';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { sendFile } from '../../platform/http/attachment.js';
import { Route } from '../../platform/http/route.js';
import { EvidenceBundle } from './evidence-bundle.js';
import { EvidenceStored } from './evidence-check.js';
import { EvidenceReadModel } from './evidence.read-model.js';

@ApiTags('evidence')
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly readModel: EvidenceReadModel,
    private readonly stored: EvidenceStored,
    private readonly bundles: EvidenceBundle,
    private readonly clock: Clock,
  ) {}

  @Route({
    id: 'getEvidenceState',
    method: 'GET',
    path: 'state',
    returns: EvidenceState,
    access: { can: 'evidence.read' },
    summary: 'How far the chain goes and its last anchor',
  })
  state(): Promise<EvidenceState> {
    return this.readModel.state();
  }

  @Route({
    id: 'listEvidenceAnchors',
    method: 'GET',
    path: 'anchors',
    returns: EvidenceAnchorList,
    access: { can: 'evidence.read' },
    summary: 'The anchors, to be deposited outside',
  })
  anchors(
    @Query({ schema: EvidenceAnchorsQuery }) query: z.infer<typeof EvidenceAnchorsQuery>,
  ): Promise<z.infer<typeof EvidenceAnchorList>> {
    return this.readModel.anchors(query);
  }

  @Route({
    id: 'checkEvidence',
    method: 'GET',
    path: 'check',
    returns: EvidenceCheck,
    access: { can: 'evidence.read' },
    summary: 'Work out the hashes of what is stored, a part at a time',
  })
  check(
    @Query({ schema: EvidenceCheckQuery }) query: z.infer<typeof EvidenceCheckQuery>,
  ): Promise<EvidenceCheck> {
    return this.stored.check(query.from);
  }

  @Route({
    id: 'listEvidence',
    method: 'GET',
    path: '',
    returns: EvidenceList,
    access: { can: 'evidence.read' },
    summary: 'Entries of a person, a program or everybody',
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: EvidenceQuery }) query: z.infer<typeof EvidenceQuery>,
  ): Promise<z.infer<typeof EvidenceList>> {
    return this.readModel.list(query, actor.scopeDepartmentId);
  }

  @Route({
    id: 'exportEvidence',
    method: 'GET',
    path: 'export',
    produces: ['application/x-ndjson'],
    access: { can: 'evidence.read' },
    summary: 'A bundle that proves itself: of a person, a program, or everything',
  })
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: EvidenceExportQuery }) query: z.infer<typeof EvidenceExportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { content, about } = await this.bundles.stream(actor, query);
    const day = this.clock.now().toISOString().slice(0, 10);
    await sendFile(reply, { name: `evidence-${about}-${day}`, format: 'jsonl', content });
  }
}

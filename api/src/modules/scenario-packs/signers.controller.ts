import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddSignerBody, PackDecisionBody, PackSigner, PackSignerList, Uuid } from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { Signers } from './signers.service.js';

type Decision = z.infer<typeof PackDecisionBody>;

@ApiTags('scenario-packs')
@Controller()
export class SignersController {
  constructor(private readonly signers: Signers) {}

  @Route({
    id: 'listSigners',
    method: 'GET',
    path: 'signers',
    returns: PackSignerList,
    access: { can: 'scenario.read' },
    summary: 'Whose packs have come in, and who is trusted',
  })
  async list(): Promise<z.infer<typeof PackSignerList>> {
    const items = await this.signers.list();
    return { items, total: items.length };
  }

  @Route({
    id: 'makeOwnSigner',
    method: 'POST',
    path: 'signers/own',
    returns: PackSigner,
    access: { can: 'scenario.write' },
    summary: 'The public key of this installation, to hand to partners; made when there is none yet',
  })
  own(): Promise<PackSigner> {
    return this.signers.own();
  }

  @Route({
    id: 'addSigner',
    method: 'POST',
    path: 'signers',
    status: 201,
    returns: PackSigner,
    access: { can: 'signer.trust' },
    summary: 'Trust a key that a partner handed over',
  })
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: AddSignerBody }) body: z.infer<typeof AddSignerBody>,
  ): Promise<PackSigner> {
    return this.signers.add(actor, body);
  }

  @Route({
    id: 'trustSigner',
    method: 'POST',
    path: 'signers/:id/trust',
    returns: PackSigner,
    access: { can: 'signer.trust' },
    summary: 'Vouch for a signer: packs of this key, now and later, can be accepted',
  })
  trust(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: PackDecisionBody }) { reason }: Decision,
  ): Promise<PackSigner> {
    return this.signers.trust(actor, id, reason);
  }

  @Route({
    id: 'distrustSigner',
    method: 'POST',
    path: 'signers/:id/distrust',
    returns: PackSigner,
    access: { can: 'signer.trust' },
    summary: 'Vouch no longer: packs that were not accepted go back into quarantine',
  })
  distrust(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: PackDecisionBody }) { reason }: Decision,
  ): Promise<PackSigner> {
    return this.signers.distrust(actor, id, reason);
  }
}

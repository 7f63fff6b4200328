import { Injectable } from '@nestjs/common';
import type { PackSigner } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { isSoundKey } from './archive/pack-keys.js';
import { PackDecisionsRepository } from './pack-decisions.repository.js';
import { SignerIsOwn, SignerKeyUnsound, SignerNotFound } from './scenario-pack.errors.js';
import { SignersRepository } from './signers.repository.js';

/** Who vouches for whom. Each decision is kept with its reason. */
@Injectable()
export class Signers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signers: SignersRepository,
    private readonly decisions: PackDecisionsRepository,
  ) {}

  list(): Promise<PackSigner[]> {
    return this.signers.list(this.database);
  }

  /** The key of this installation, made when there is none yet. */
  own(): Promise<PackSigner> {
    return this.database.transaction(async (tx) => {
      const [organisation] = await tx.query<{ name: string }>('SELECT name FROM organisation');
      const { id } = await this.signers.ownKey(tx, organisation!.name.slice(0, 200), this.clock.now());
      return this.found(tx, id);
    });
  }

  /** A key that came by another way than in a pack. One that is known keeps the name it was seen with. */
  add(
    actor: Actor,
    { name, publicKey, reason }: { name: string; publicKey: string; reason: string },
  ): Promise<PackSigner> {
    if (!isSoundKey(publicKey)) throw new SignerKeyUnsound();
    return this.database.transaction(async (tx) => {
      const id = await this.signers.known(tx, publicKey, name, this.clock.now());
      return this.decided(tx, actor, id, true, reason);
    });
  }

  trust(actor: Actor, id: string, reason: string): Promise<PackSigner> {
    return this.database.transaction((tx) => this.decided(tx, actor, id, true, reason));
  }

  /** Packs that were not accepted go back into quarantine. */
  distrust(actor: Actor, id: string, reason: string): Promise<PackSigner> {
    return this.database.transaction((tx) => this.decided(tx, actor, id, false, reason));
  }

  /** Deciding the same twice changes nothing. */
  private async decided(
    tx: Tx,
    actor: Actor,
    id: string,
    trusted: boolean,
    reason: string,
  ): Promise<PackSigner> {
    await this.signers.lock(tx, id);
    const before = await this.found(tx, id);
    if (before.own) throw new SignerIsOwn();
    if (before.trusted === trusted) return before;
    const at = this.clock.now();
    const by = actor.personId;
    await this.signers.setTrust(tx, id, trusted ? { by, at } : null);
    const what = trusted ? 'trusted' : 'distrusted';
    await this.decisions.add(tx, { signerId: id, packId: null, what, reason, at, by });
    return this.found(tx, id);
  }

  private async found(tx: Tx, id: string): Promise<PackSigner> {
    const [signer] = await this.signers.list(tx, id);
    if (!signer) throw new SignerNotFound();
    return signer;
  }
}

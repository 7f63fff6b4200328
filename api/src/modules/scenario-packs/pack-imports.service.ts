import { Injectable } from '@nestjs/common';
import {
  ScenarioDocument,
  type PackSigner,
  type ScenarioPack,
  type ScenarioPackDetail,
} from '@readyroom/contract';
import { createHash } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { saveDraft, warningsOf } from '../scenarios/index.js';
import { BrokenPack } from './archive/pack-fault.js';
import { readPack, type PackContent } from './archive/pack.js';
import {
  refusalOf,
  ScenarioPackAlreadyAccepted,
  ScenarioPackNotFound,
  ScenarioPackQuarantined,
  ScenarioSlugTaken,
  SignerNotFound,
} from './scenario-pack.errors.js';
import { ScenarioPacksRepository } from './scenario-packs.repository.js';
import { SignersRepository } from './signers.repository.js';

/** Scenarios of others: looked at first, and played only when somebody vouches for who signed them. */
@Injectable()
export class PackImports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly packs: ScenarioPacksRepository,
    private readonly signers: SignersRepository,
  ) {}

  /** Stores a pack whose signature fits. Nothing of it can be played yet. */
  async upload(actor: Actor, file: { name: string; bytes: Buffer }): Promise<ScenarioPackDetail> {
    const content = readOrRefuse(file.bytes);
    const at = this.clock.now();
    const id = await this.database.transaction(async (tx) => {
      const { publicKey, exporter } = content.manifest;
      const signerId = await this.signers.known(tx, publicKey, exporter, at);
      const sha256 = createHash('sha256').update(file.bytes).digest('hex');
      return this.packs.insert(tx, {
        ...content,
        sha256,
        fileName: file.name,
        signerId,
        by: actor.personId,
        at,
      });
    });
    return this.detail(id);
  }

  async detail(id: string): Promise<ScenarioPackDetail> {
    const pack = await this.found(this.database, id);
    const document = ScenarioDocument.parse(await this.packs.document(this.database, id));
    const courses = await this.database.query<{ slug: string }>('SELECT slug FROM course');
    const known = await this.database.query('SELECT 1 FROM scenario WHERE id = $1', [document.id]);
    return {
      ...pack,
      document,
      warnings: warningsOf(document, new Set(courses.map(({ slug }) => slug))),
      known: known.length > 0,
    };
  }

  /** Makes a pack of a trusted signer a draft. */
  accept(actor: Actor, id: string): Promise<ScenarioPack> {
    return this.database.transaction(async (tx) => {
      await this.packs.lock(tx, id);
      const { status } = await this.found(tx, id);
      if (status === 'accepted') throw new ScenarioPackAlreadyAccepted();
      if (status === 'quarantined') throw new ScenarioPackQuarantined();
      const document = ScenarioDocument.parse(await this.packs.document(tx, id));
      await this.keepNames(tx, document);
      const at = this.clock.now();
      const by = actor.personId;
      const { versionId } = await saveDraft(tx, document, { origin: 'pack', at, by });
      await this.packs.markAccepted(tx, id, versionId, by, at);
      return this.found(tx, id);
    });
  }

  async trust(actor: Actor, signerId: string): Promise<PackSigner> {
    await this.signers.trust(this.database, signerId, actor.personId, this.clock.now());
    return this.signer(signerId);
  }

  async distrust(signerId: string): Promise<PackSigner> {
    await this.signers.distrust(this.database, signerId);
    return this.signer(signerId);
  }

  private async signer(signerId: string): Promise<PackSigner> {
    const [signer] = await this.signers.list(this.database, signerId);
    if (!signer) throw new SignerNotFound();
    return signer;
  }

  private async found(sql: Sql, id: string): Promise<ScenarioPack> {
    const pack = await this.packs.one(sql, id);
    if (!pack) throw new ScenarioPackNotFound();
    return pack;
  }

  /** What comes from elsewhere neither takes the name of a scenario nor gives one another. */
  private async keepNames(sql: Sql, { id, slug }: ScenarioDocument): Promise<void> {
    await sql.query('SELECT pg_advisory_xact_lock(727313)');
    const taken = await sql.query('SELECT 1 FROM scenario WHERE (slug = $2) <> (id = $1)', [id, slug]);
    if (taken.length) throw new ScenarioSlugTaken(slug);
  }
}

function readOrRefuse(bytes: Buffer): PackContent {
  try {
    return readPack(bytes);
  } catch (error) {
    if (error instanceof BrokenPack) throw refusalOf(error);
    throw error;
  }
}

import { Injectable } from '@nestjs/common';
import {
  ScenarioDocument,
  type PackDecision,
  type ScenarioPack,
  type ScenarioPackDetail,
} from '@readyroom/contract';
import { createHash } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { saveDraft, ScenarioVersions, warningsOf } from '../scenarios/index.js';
import { BrokenPack } from './archive/pack-fault.js';
import { readPack, type PackContent } from './archive/pack.js';
import { changesBetween } from './pack-changes.js';
import { PackDecisionsRepository } from './pack-decisions.repository.js';
import {
  refusalOf,
  ScenarioPackAlreadyAccepted,
  ScenarioPackNotFound,
  ScenarioPackNotRejected,
  ScenarioPackQuarantined,
  ScenarioPackRejected,
  ScenarioSlugTaken,
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
    private readonly decisions: PackDecisionsRepository,
    private readonly versions: ScenarioVersions,
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
    const sql = this.database;
    const pack = await this.found(sql, id);
    const document = ScenarioDocument.parse(await this.packs.document(sql, id));
    const courses = await sql.query<{ slug: string }>('SELECT slug FROM course');
    const target = await this.targetOf(document);
    return {
      ...pack,
      document,
      warnings: warningsOf(document, new Set(courses.map(({ slug }) => slug))),
      known: target !== null,
      target,
      slugTakenBy: await slugTakenBy(sql, document),
      decisions: await this.decisions.ofPack(sql, id, pack.signer.id),
    };
  }

  /** What accepting would add a version to, and how the two differ. */
  private async targetOf(document: ScenarioDocument): Promise<ScenarioPackDetail['target']> {
    const [row] = await this.database.query<{ versionId: string | null }>(
      `SELECT coalesce(s.published_version_id,
         (SELECT id FROM scenario_version WHERE scenario_id = s.id ORDER BY number DESC LIMIT 1)) AS "versionId"
       FROM scenario s WHERE s.id = $1`,
      [document.id],
    );
    const version = row?.versionId ? await this.versions.version(row.versionId) : null;
    if (!version) return null;
    const published = await this.versions.publishedOf(document.id);
    const changes = changesBetween(version.document, document);
    return {
      scenarioId: document.id,
      title: version.document.title,
      published: published && { id: published.id, number: published.number },
      same: changes.length === 0,
      changes,
    };
  }

  /** Makes a pack of a trusted signer a draft. */
  accept(actor: Actor, id: string): Promise<ScenarioPack> {
    return this.database.transaction(async (tx) => {
      await this.packs.lock(tx, id);
      const { status, signer } = await this.found(tx, id);
      if (status === 'accepted') throw new ScenarioPackAlreadyAccepted();
      if (status === 'rejected') throw new ScenarioPackRejected();
      if (status === 'quarantined') throw new ScenarioPackQuarantined();
      const document = ScenarioDocument.parse(await this.packs.document(tx, id));
      await this.keepNames(tx, document);
      const at = this.clock.now();
      const by = actor.personId;
      const { versionId } = await saveDraft(tx, document, { origin: 'pack', at, by });
      await this.packs.markAccepted(tx, id, versionId, by, at);
      await this.decisions.add(tx, {
        signerId: signer.id,
        packId: id,
        what: 'accepted',
        reason: null,
        at,
        by,
      });
      return this.found(tx, id);
    });
  }

  /** Out of the way, and kept with the reason; the same file does not come back as a new one. */
  reject(actor: Actor, id: string, reason: string): Promise<ScenarioPack> {
    return this.turned(actor, id, 'rejected', reason);
  }

  /** To where it was before it was rejected. */
  reopen(actor: Actor, id: string, reason: string): Promise<ScenarioPack> {
    return this.turned(actor, id, 'reopened', reason);
  }

  private turned(
    actor: Actor,
    id: string,
    what: Extract<PackDecision['what'], 'rejected' | 'reopened'>,
    reason: string,
  ): Promise<ScenarioPack> {
    return this.database.transaction(async (tx) => {
      await this.packs.lock(tx, id);
      const { status, signer } = await this.found(tx, id);
      if (status === 'accepted') throw new ScenarioPackAlreadyAccepted();
      if (what === 'rejected' && status === 'rejected') throw new ScenarioPackRejected();
      if (what === 'reopened' && status !== 'rejected') throw new ScenarioPackNotRejected();
      const at = this.clock.now();
      await this.packs.setRejected(tx, id, what === 'rejected' ? at : null);
      await this.decisions.add(tx, { signerId: signer.id, packId: id, what, reason, at, by: actor.personId });
      return this.found(tx, id);
    });
  }

  private async found(sql: Sql, id: string): Promise<ScenarioPack> {
    const pack = await this.packs.one(sql, id);
    if (!pack) throw new ScenarioPackNotFound();
    return pack;
  }

  /** What comes from elsewhere neither takes the name of a scenario nor gives one another. */
  private async keepNames(sql: Sql, document: ScenarioDocument): Promise<void> {
    await takeTurn(sql, 'scenarioContent');
    if (await slugTakenBy(sql, document)) throw new ScenarioSlugTaken(document.slug);
  }
}

/** Another scenario under this name, or this one under another. */
async function slugTakenBy(
  sql: Sql,
  { id, slug }: ScenarioDocument,
): Promise<{ scenarioId: string; slug: string } | null> {
  const [taken] = await sql.query<{ scenarioId: string; slug: string }>(
    'SELECT id AS "scenarioId", slug FROM scenario WHERE (slug = $2) <> (id = $1) ORDER BY id LIMIT 1',
    [id, slug],
  );
  return taken ?? null;
}

function readOrRefuse(bytes: Buffer): PackContent {
  try {
    return readPack(bytes);
  } catch (error) {
    if (error instanceof BrokenPack) throw refusalOf(error);
    throw error;
  }
}

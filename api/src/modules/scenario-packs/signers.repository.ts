import { Injectable } from '@nestjs/common';
import type { PackSigner } from '@readyroom/contract';
import type { Sql, Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import { fingerprintOf, makeKeyPair, type PackKeyPair } from './archive/pack-keys.js';
import { PackDecisionsRepository } from './pack-decisions.repository.js';

type Row = Omit<PackSigner, 'fingerprint' | 'trustedAt' | 'firstSeenAt' | 'decisions'> & {
  trustedAt: Date | null;
  firstSeenAt: Date;
};

/** Keys that packs are signed with: the own one, made when it is first needed, and those of others. */
@Injectable()
export class SignersRepository {
  constructor(private readonly decisions: PackDecisionsRepository) {}

  async ownKey(tx: Tx, name: string, at: Date): Promise<PackKeyPair & { id: string }> {
    await takeTurn(tx, 'packSigners');
    const [known] = await tx.query<PackKeyPair & { id: string }>(
      `SELECT s.id, s.public_key AS "publicKey", k.private_key AS "privateKey"
       FROM pack_key k JOIN pack_signer s ON s.id = k.signer_id`,
    );
    if (known) return known;
    const pair = makeKeyPair();
    const [signer] = await tx.query<{ id: string }>(
      `INSERT INTO pack_signer (public_key, name, first_seen_at, trusted_at) VALUES ($1, $2, $3, $3) RETURNING id`,
      [pair.publicKey, name, at],
    );
    await tx.query('INSERT INTO pack_key (signer_id, private_key) VALUES ($1, $2)', [
      signer!.id,
      pair.privateKey,
    ]);
    return { ...pair, id: signer!.id };
  }

  /** Who has this key; a new one is nobody's friend yet. The name that was seen first stays. */
  async known(tx: Tx, publicKey: string, name: string, at: Date): Promise<string> {
    await tx.query(
      `INSERT INTO pack_signer (public_key, name, first_seen_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [publicKey, name, at],
    );
    const [row] = await tx.query<{ id: string }>('SELECT id FROM pack_signer WHERE public_key = $1', [
      publicKey,
    ]);
    return row!.id;
  }

  async list(sql: Sql, id: string | null = null): Promise<PackSigner[]> {
    const rows = await sql.query<Row>(
      `SELECT s.id, s.public_key AS "publicKey", s.name, s.first_seen_at AS "firstSeenAt", s.trusted_at AS "trustedAt",
         s.trusted_at IS NOT NULL AS trusted, EXISTS (SELECT FROM pack_key WHERE signer_id = s.id) AS own,
         CASE WHEN p.id IS NULL THEN NULL ELSE json_build_object('id', p.id, 'name', p.name) END AS "trustedBy",
         (SELECT count(*) FROM scenario_pack WHERE signer_id = s.id) AS packs
       FROM pack_signer s LEFT JOIN person p ON p.id = s.trusted_by
       WHERE $1::uuid IS NULL OR s.id = $1 ORDER BY own DESC, s.first_seen_at, s.id`,
      [id],
    );
    const decisions = await this.decisions.ofSigners(
      sql,
      rows.map((row) => row.id),
    );
    return rows.map(({ trustedAt, firstSeenAt, ...row }) => ({
      ...row,
      fingerprint: fingerprintOf(row.publicKey),
      decisions: decisions.get(row.id) ?? [],
      trustedAt: trustedAt?.toISOString() ?? null,
      firstSeenAt: firstSeenAt.toISOString(),
    }));
  }

  /** Nobody else decides about a signer at the same time. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM pack_signer WHERE id = $1 FOR UPDATE', [id]);
  }

  /** What was accepted stays when trust is taken back. */
  async setTrust(tx: Tx, id: string, trusted: { by: string; at: Date } | null): Promise<void> {
    await tx.query('UPDATE pack_signer SET trusted_at = $2, trusted_by = $3 WHERE id = $1', [
      id,
      trusted?.at ?? null,
      trusted?.by ?? null,
    ]);
  }
}

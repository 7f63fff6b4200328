import { Injectable } from '@nestjs/common';
import type { PackDecision } from '@readyroom/contract';
import type { Sql, Tx } from '../../platform/database/database.js';

type Row = Omit<PackDecision, 'at'> & { at: Date; signerId: string };
interface Decided {
  signerId: string;
  /** Null: about the signer. */
  packId: string | null;
  what: PackDecision['what'];
  reason: string | null;
  at: Date;
  by: string;
}

const DECISIONS = `
  SELECT d.signer_id AS "signerId", d.what, d.at, d.reason, json_build_object('id', p.id, 'name', p.name) AS by
  FROM pack_decision d JOIN person p ON p.id = d.by`;

/** Who decided what about packs and signers, and why. It only grows. */
@Injectable()
export class PackDecisionsRepository {
  async add(tx: Tx, { signerId, packId, what, reason, at, by }: Decided): Promise<void> {
    await tx.query(
      'INSERT INTO pack_decision (signer_id, pack_id, what, reason, at, by) VALUES ($1, $2, $3, $4, $5, $6)',
      [signerId, packId, what, reason, at, by],
    );
  }

  /** About a pack, and about whether to trust its signer. Newest first. */
  async ofPack(sql: Sql, packId: string, signerId: string): Promise<PackDecision[]> {
    const rows = await sql.query<Row>(
      `${DECISIONS} WHERE d.pack_id = $1 OR d.signer_id = $2 AND d.pack_id IS NULL ORDER BY d.at DESC, d.id DESC`,
      [packId, signerId],
    );
    return rows.map(toDecision);
  }

  /** Whether to trust them, by signer. Newest first. */
  async ofSigners(sql: Sql, signerIds: readonly string[]): Promise<Map<string, PackDecision[]>> {
    const rows = await sql.query<Row>(
      `${DECISIONS} WHERE d.signer_id = ANY($1) AND d.pack_id IS NULL ORDER BY d.at DESC, d.id DESC`,
      [signerIds],
    );
    const found = new Map<string, PackDecision[]>();
    for (const row of rows) found.set(row.signerId, [...(found.get(row.signerId) ?? []), toDecision(row)]);
    return found;
  }
}

const toDecision = ({ signerId: _signerId, at, ...row }: Row): PackDecision => ({
  ...row,
  at: at.toISOString(),
});

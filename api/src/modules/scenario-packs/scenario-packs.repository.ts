import { Injectable } from '@nestjs/common';
import type { PackManifest, ScenarioPack, ScenarioPacksQuery } from '@readyroom/contract';
import type { z } from 'zod';
import type { Sql } from '../../platform/database/database.js';
import { fingerprintOf } from './archive/pack-keys.js';
import type { PackContent } from './archive/pack.js';

interface Row extends Omit<ScenarioPack, 'uploadedAt' | 'acceptedAt' | 'signer'> {
  uploadedAt: Date;
  acceptedAt: Date | null;
  manifest: PackManifest;
  signer: { id: string; name: string; publicKey: string; trusted: boolean };
}

const STATUS = `CASE WHEN k.accepted_at IS NOT NULL THEN 'accepted'
  WHEN k.rejected_at IS NOT NULL THEN 'rejected' WHEN s.trusted_at IS NOT NULL THEN 'ready'
  ELSE 'quarantined' END`;

const PACKS = `
  SELECT k.id, k.file_name AS "fileName", ${STATUS} AS status, k.manifest, k.uploaded_at AS "uploadedAt",
    k.accepted_at AS "acceptedAt", json_build_object('id', p.id, 'name', p.name) AS "uploadedBy",
    json_build_object('id', s.id, 'name', s.name, 'publicKey', s.public_key,
      'trusted', s.trusted_at IS NOT NULL) AS signer,
    CASE WHEN v.id IS NULL THEN NULL ELSE json_build_object('id', v.id, 'number', v.number) END AS version
  FROM scenario_pack k JOIN pack_signer s ON s.id = k.signer_id JOIN person p ON p.id = k.uploaded_by
    LEFT JOIN scenario_version v ON v.id = k.version_id`;

/** Packs that came in. A file that comes twice is there once. */
@Injectable()
export class ScenarioPacksRepository {
  async insert(
    sql: Sql,
    pack: PackContent & {
      sha256: string;
      fileName: string;
      signerId: string;
      by: string;
      at: Date;
    },
  ): Promise<string> {
    await sql.query(
      `INSERT INTO scenario_pack (sha256, file_name, signer_id, manifest, document, uploaded_at, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (sha256) DO NOTHING`,
      [
        pack.sha256,
        pack.fileName,
        pack.signerId,
        JSON.stringify(pack.manifest),
        JSON.stringify(pack.document),
        pack.at,
        pack.by,
      ],
    );
    const [row] = await sql.query<{ id: string }>('SELECT id FROM scenario_pack WHERE sha256 = $1', [
      pack.sha256,
    ]);
    return row!.id;
  }

  async list(
    sql: Sql,
    query: z.infer<typeof ScenarioPacksQuery>,
  ): Promise<{ items: ScenarioPack[]; total: number }> {
    const wanted = [query.status ?? null, query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null];
    const matches = `($1::text IS NULL OR ${STATUS} = $1) AND ($2::text IS NULL OR s.name ILIKE $2 OR k.file_name ILIKE $2
      OR k.manifest #>> '{scenario,title,zh}' ILIKE $2 OR k.manifest #>> '{scenario,title,en}' ILIKE $2)`;
    const [count] = await sql.query<{ total: number }>(
      `SELECT count(*) AS total FROM scenario_pack k JOIN pack_signer s ON s.id = k.signer_id WHERE ${matches}`,
      wanted,
    );
    const rows = await sql.query<Row>(
      `${PACKS} WHERE ${matches} ORDER BY k.uploaded_at ${query.order}, k.id ${query.order} LIMIT $3 OFFSET $4`,
      [...wanted, query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map(toPack), total: count!.total };
  }

  async one(sql: Sql, id: string): Promise<ScenarioPack | null> {
    const [row] = await sql.query<Row>(`${PACKS} WHERE k.id = $1`, [id]);
    return row ? toPack(row) : null;
  }

  async document(sql: Sql, id: string): Promise<unknown> {
    const [row] = await sql.query<{ document: unknown }>('SELECT document FROM scenario_pack WHERE id = $1', [
      id,
    ]);
    return row!.document;
  }

  /** Nobody else accepts the pack, or trusts its signer, at the same time. */
  async lock(sql: Sql, id: string): Promise<void> {
    await sql.query(
      `SELECT 1 FROM scenario_pack k JOIN pack_signer s ON s.id = k.signer_id WHERE k.id = $1 FOR UPDATE`,
      [id],
    );
  }

  async setRejected(sql: Sql, id: string, at: Date | null): Promise<void> {
    await sql.query('UPDATE scenario_pack SET rejected_at = $2 WHERE id = $1', [id, at]);
  }

  async markAccepted(sql: Sql, id: string, versionId: string, by: string, at: Date): Promise<void> {
    await sql.query(
      'UPDATE scenario_pack SET accepted_at = $2, accepted_by = $3, version_id = $4 WHERE id = $1',
      [id, at, by, versionId],
    );
  }
}

const toPack = ({ signer: { publicKey, ...signer }, uploadedAt, acceptedAt, ...row }: Row): ScenarioPack => ({
  ...row,
  signer: { ...signer, fingerprint: fingerprintOf(publicKey) },
  uploadedAt: uploadedAt.toISOString(),
  acceptedAt: acceptedAt?.toISOString() ?? null,
});

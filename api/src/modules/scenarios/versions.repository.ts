import type { ScenarioDocument, ScenarioVersion } from '@readyroom/contract';
import type { Sql, Tx } from '../../platform/database/database.js';
import { scenarioHash } from '../../engine/index.js';

type Origin = ScenarioVersion['origin'];
interface ExistingVersion {
  id: string;
  number: number;
  status: ScenarioVersion['status'];
  origin: Origin;
  hash: string;
  everPublished: boolean;
}

export interface SavedVersion {
  versionId: string;
  number: number;
  outcome: 'unchanged' | 'drafted' | 'draft_dropped';
}

/**
 * Makes a scenario the newest draft of its origin, unless that is what it is already. The draft before is retired, not
 * deleted: a run may have tried it. A scenario that is again what was published last drops the draft.
 */
export async function saveDraft(
  tx: Tx,
  document: ScenarioDocument,
  made: { origin: Origin; at: Date; by: string | null },
): Promise<SavedVersion> {
  await saveScenario(tx, document);
  const hash = scenarioHash(document);
  const versions = await versionsOf(tx, document.id);
  const own = versions.filter(({ origin }) => origin === made.origin);
  const draft = own.find(({ status }) => status === 'draft');
  if (draft?.hash === hash) return { versionId: draft.id, number: draft.number, outcome: 'unchanged' };
  if (draft) await tx.query(`UPDATE scenario_version SET status = 'retired' WHERE id = $1`, [draft.id]);
  // The folder is read again and again: what it held when it was last published is no news, whatever came since.
  const settled = own.find(({ status, everPublished }) =>
    made.origin === 'content' ? everPublished : status === 'published',
  );
  if (settled?.hash === hash)
    return {
      versionId: settled.id,
      number: settled.number,
      outcome: draft ? 'draft_dropped' : 'unchanged',
    };
  const number = (versions[0]?.number ?? 0) + 1;
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO scenario_version (scenario_id, number, content_hash, status, origin, document, imported_at, imported_by)
     VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7) RETURNING id`,
    [document.id, number, hash, made.origin, JSON.stringify(document), made.at, made.by],
  );
  return { versionId: row!.id, number, outcome: 'drafted' };
}

/**
 * Makes a version the one that new runs get; the former one is retired, and runs keep what they began with. The caller
 * has made sure that it is a draft and holds its row. `by` null = by the import itself.
 */
export async function publishScenarioVersion(
  tx: Tx,
  versionId: string,
  at: Date,
  by: string | null,
): Promise<void> {
  await tx.query(
    `UPDATE scenario_version SET status = 'retired'
     WHERE status = 'published' AND scenario_id = (SELECT scenario_id FROM scenario_version WHERE id = $1)`,
    [versionId],
  );
  await tx.query(
    `UPDATE scenario_version SET status = 'published', published_at = $2, published_by = $3 WHERE id = $1`,
    [versionId, at, by],
  );
  await tx.query(
    `UPDATE scenario SET published_version_id = $1 WHERE id = (SELECT scenario_id FROM scenario_version WHERE id = $1)`,
    [versionId],
  );
}

/** Locks the scenario, so that two imports of it wait for each other. */
async function saveScenario(tx: Tx, { id, slug }: ScenarioDocument): Promise<void> {
  await tx.query(
    `INSERT INTO scenario (id, slug) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET slug = excluded.slug`,
    [id, slug],
  );
}

/** Newest first. */
const versionsOf = (sql: Sql, scenarioId: string): Promise<ExistingVersion[]> =>
  sql.query<ExistingVersion>(
    `SELECT id, number, status, origin, content_hash AS hash, published_at IS NOT NULL AS "everPublished"
     FROM scenario_version WHERE scenario_id = $1 ORDER BY number DESC`,
    [scenarioId],
  );

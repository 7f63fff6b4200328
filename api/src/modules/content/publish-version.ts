import type { Sql } from '../../platform/database/database.js';

/**
 * Makes a version the one that new learners get; the former one becomes retired, and whoever began it keeps it.
 * The caller has made sure that it is a draft and holds its row. `by` null = by the import itself.
 */
export async function publishVersion(
  sql: Sql,
  versionId: string,
  at: Date,
  by: string | null,
): Promise<void> {
  await sql.query(
    `UPDATE course_version SET status = 'retired'
     WHERE status = 'published' AND course_id = (SELECT course_id FROM course_version WHERE id = $1)`,
    [versionId],
  );
  await sql.query(
    `UPDATE course_version SET status = 'published', published_at = $2, published_by = $3 WHERE id = $1`,
    [versionId, at, by],
  );
  await sql.query(
    `UPDATE course SET published_version_id = $1 WHERE id = (SELECT course_id FROM course_version WHERE id = $1)`,
    [versionId],
  );
}

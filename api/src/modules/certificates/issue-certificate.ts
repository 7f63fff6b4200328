import type { Sql } from '../../platform/database/database.js';
import { newCode } from './certificate-code.js';

/**
 * Issues the certificate of a completion, with the holder's name and the title of the course as they are now; a
 * completion has one certificate, so asking again answers the first. Call it in the transaction that completes.
 * @returns its id
 */
export async function issueCertificate(sql: Sql, now: Date, completionId: string): Promise<string> {
  const [row] = await sql.prepared<{ id: string }>('certificate_issue', ISSUE, [
    completionId,
    newCode(),
    now,
  ]);
  if (!row) throw new Error(`Completion ${completionId} does not exist`);
  return row.id;
}

// The update that changes nothing makes a certificate answer also when it was issued before.
const ISSUE = `
  INSERT INTO certificate AS x (completion_id, person_id, code, holder_name, course_title, issued_at)
  SELECT c.id, c.person_id, $2::text, p.name, v.title, $3::timestamptz
  FROM completion c JOIN person p ON p.id = c.person_id JOIN course_version v ON v.id = c.version_id WHERE c.id = $1
  ON CONFLICT (completion_id) DO UPDATE SET completion_id = x.completion_id
  RETURNING id`;

import type { Clock } from '../../platform/clock/clock.js';
import type { Database } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import type { Credentials } from '../auth/index.js';
import { ensureDepartment } from '../departments/index.js';
import { nameInitials } from './name-initials.js';

export interface AdminSpec {
  employeeNo: string;
  /** Needed for somebody who is not there yet. */
  name?: string | undefined;
  email?: string | undefined;
  /** Path, made when missing; for somebody who is not there yet. */
  department: string;
}

/**
 * Makes an administrator with a temporary password, for an installation that has none (or has locked itself out). Who
 * is there already is promoted, active again, without a limit, and loses any other way in. What such a person is
 * assigned follows with the next hourly sweep.
 */
export async function makeAdmin(
  database: Database,
  { clock, credentials }: { clock: Clock; credentials: Credentials },
  spec: AdminSpec,
): Promise<{ created: boolean; name: string; password: string }> {
  return database.transaction(async (tx) => {
    await takeTurn(tx, 'staff');
    const now = clock.now();
    const [known] = await tx.query<{ id: string; name: string }>(
      `UPDATE person SET status = 'active', scope_department_id = NULL, email = coalesce($3, email), updated_at = $2,
         roles = CASE WHEN 'admin' = ANY(roles) THEN roles ELSE roles || '{admin}' END
       WHERE employee_no = $1 RETURNING id, name`,
      [spec.employeeNo, now, spec.email ?? null],
    );
    if (!known && !spec.name)
      throw new Error(`Nobody has the employee number ${spec.employeeNo} yet: add --name.`);
    const [made] = known
      ? [known]
      : await tx.query<{ id: string; name: string }>(
          `INSERT INTO person (employee_no, name, name_initials, email, department_id, tier, roles, created_at, updated_at)
           VALUES ($1, $2, $3, $4, $5, 'manager', '{employee,admin}', $6, $6) RETURNING id, name`,
          [
            spec.employeeNo,
            spec.name,
            nameInitials(spec.name!),
            spec.email ?? null,
            await ensureDepartment(tx, spec.department),
            now,
          ],
        );
    await credentials.revoke(tx, [made!.id]);
    const [issued] = await credentials.issuePasswords(tx, [made!.id]);
    return { created: !known, name: made!.name, password: issued!.secret };
  });
}

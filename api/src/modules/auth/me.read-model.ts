import { Injectable } from '@nestjs/common';
import type { Me } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';

interface Row extends Omit<Me, 'mustChangePassword' | 'allowedOperations' | 'signedInAt' | 'roles' | 'tier'> {}

/** What the interfaces need to know about whoever is signed in. */
@Injectable()
export class MeReadModel {
  constructor(private readonly database: Database) {}

  async of(actor: Actor): Promise<Me> {
    const [row] = await this.database.prepared<Row>(
      'me',
      `SELECT p.id, p.employee_no AS "employeeNo", p.name, p.english_name AS "englishName", p.email, p.locale,
              json_build_object('id', d.id, 'name', d.name) AS department,
              CASE WHEN s.id IS NULL THEN NULL ELSE json_build_object('id', s.id, 'name', s.name) END AS "scopeDepartment",
              (SELECT json_build_object('name', name, 'timeZone', time_zone) FROM organisation) AS organisation
       FROM person p JOIN department d ON d.id = p.department_id LEFT JOIN department s ON s.id = p.scope_department_id
       WHERE p.id = $1`,
      [actor.personId],
    );
    return {
      ...row!,
      tier: actor.tier,
      roles: [...actor.roles],
      mustChangePassword: actor.mustChangePassword,
      allowedOperations: [...actor.permissions],
      signedInAt: actor.signedInAt.toISOString(),
    };
  }
}

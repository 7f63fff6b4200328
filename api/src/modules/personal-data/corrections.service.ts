import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CorrectionAsked } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { Throttle, Throttled } from '../auth/index.js';
import { Notifications } from '../notifications/index.js';
import { TakenTooOften } from './personal-data.errors.js';

/** Brings what somebody says is wrong about them to those who can put it right. */
@Injectable()
export class Corrections {
  constructor(
    private readonly database: Database,
    private readonly notifications: Notifications,
    private readonly throttle: Throttle,
  ) {}

  /** To HR of the own department, nearest first; where there is none, to administrators. @throws TakenTooOften */
  async ask(actor: Actor, text: string): Promise<CorrectionAsked> {
    const key: ['correction', string] = ['correction', actor.personId];
    try {
      await this.throttle.check([key]);
    } catch (error) {
      throw error instanceof Throttled ? new TakenTooOften(error.retryAfterSeconds) : error;
    }
    await this.throttle.failed([key]);
    return this.database.transaction(async (tx) => {
      const people = await tx.query<{ id: string; name: string }>(RECIPIENTS, [actor.personId]);
      const [who] = await tx.query<{ name: string; englishName: string; employeeNo: string }>(
        `SELECT name, coalesce(english_name, name) AS "englishName", employee_no AS "employeeNo" FROM person WHERE id = $1`,
        [actor.personId],
      );
      const { name, englishName, employeeNo } = who!;
      await this.notifications.send(tx, {
        kind: 'correction',
        key: randomUUID(),
        personIds: people.map(({ id }) => id),
        channels: ['inbox', 'email'],
        message: {
          title: {
            zh: `${name}申请更正个人信息`,
            en: `${englishName} asks for a correction of personal data`,
          },
          body: { zh: `${name}（${employeeNo}）：\n${text}`, en: `${englishName} (${employeeNo}):\n${text}` },
          link: `/admin/people?person=${actor.personId}`,
        },
      });
      return { recipients: people.map((one) => one.name) };
    });
  }
}

const RECIPIENTS = `
  SELECT id, name FROM (
    SELECT h.id, h.name, rank() OVER (ORDER BY 'hr' = ANY(h.roles) DESC, coalesce(cardinality(s.lineage), 0) DESC) AS place
    FROM person p JOIN department d ON d.id = p.department_id
    JOIN person h ON h.status = 'active' LEFT JOIN department s ON s.id = h.scope_department_id
    WHERE p.id = $1 AND ('hr' = ANY(h.roles) AND (s.id IS NULL OR d.lineage @> ARRAY[s.id]) OR 'admin' = ANY(h.roles))
  ) ranked WHERE place = 1 ORDER BY name, id`;

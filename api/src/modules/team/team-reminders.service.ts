import { Injectable } from '@nestjs/common';
import type { TeamMember, TeamReminder } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Notifications } from '../notifications/index.js';
import { organisationDay } from '../standings/index.js';
import { reminderMessage } from './reminder-message.js';
import { NothingToRemind, TeamMemberNotFound } from './team.errors.js';
import { BELOW, STANDING_OF } from './team.sql.js';

type Asked = Pick<TeamMember, 'programs' | 'courses' | 'remindable'>;

@Injectable()
export class TeamReminders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {}

  /**
   * Tells one of a manager's reports what is still to be done. The first of a day goes out; later ones, from this manager
   * or another one, answer with it. @throws TeamMemberNotFound, NothingToRemind
   */
  remind(managerId: string, personId: string): Promise<TeamReminder> {
    return this.database.transaction(async (tx) => {
      const { today, now } = await organisationDay(tx, this.clock);
      const asked = await this.askedOf(tx, managerId, personId, today);
      if (!asked) throw new TeamMemberNotFound();
      const earlier = await this.reminderOf(tx, personId, today);
      if (earlier) return earlier;
      if (!asked.remindable) throw new NothingToRemind();
      const { message, about } = reminderMessage(await this.nameOf(tx, managerId), asked);
      const written = await tx.query(
        `INSERT INTO team_reminder (person_id, day, manager_id, at, about) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [personId, today, managerId, now, JSON.stringify(about)],
      );
      if (written.length > 0)
        await this.notifications.send(tx, {
          kind: 'nudge',
          key: `team:${today}`,
          personIds: [personId],
          channels: ['inbox', 'email'],
          message,
        });
      return (await this.reminderOf(tx, personId, today))!;
    });
  }

  private async askedOf(tx: Tx, managerId: string, personId: string, today: string): Promise<Asked | null> {
    const [row] = await tx.query<Asked>(
      `${BELOW} ${STANDING_OF('(SELECT * FROM person WHERE id = $3 AND id IN (SELECT id FROM below))')}`,
      [managerId, today, personId],
    );
    return row ?? null;
  }

  private async nameOf(tx: Tx, personId: string): Promise<{ name: string; englishName: string | null }> {
    const [row] = await tx.query<{ name: string; englishName: string | null }>(
      'SELECT name, english_name AS "englishName" FROM person WHERE id = $1',
      [personId],
    );
    return row!;
  }

  private async reminderOf(tx: Tx, personId: string, today: string): Promise<TeamReminder | null> {
    const [row] = await tx.query<{ at: Date; by: TeamReminder['by'] }>(
      `SELECT r.at, json_build_object('id', p.id, 'name', p.name) AS by
       FROM team_reminder r JOIN person p ON p.id = r.manager_id WHERE r.person_id = $1 AND r.day = $2`,
      [personId, today],
    );
    return row ? { at: row.at.toISOString(), by: row.by } : null;
  }
}

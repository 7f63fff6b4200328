import { Injectable } from '@nestjs/common';
import type { Team, TeamMember, TeamQuery } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { organisationDay } from '../standings/index.js';
import { BELOW, STANDING_OF } from './team.sql.js';

interface Row extends Omit<TeamMember, 'attention'> {
  urgent: boolean;
}
interface Counts {
  direct: number;
  all: number;
  attention: number;
  total: number;
}

/** Where the reports of a manager stand. The statuses are those of every board; results are not told. */
@Injectable()
export class TeamReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async team(managerId: string, { reach, attention, page, perPage }: TeamQuery): Promise<Team> {
    const { today } = await organisationDay(this.database, this.clock);
    const values = [managerId, today, reach === 'all', attention === 'true'];
    const [counts] = await this.database.query<Counts>(
      `${MEMBERS} SELECT count(*) FILTER (WHERE direct)::int AS direct, count(*)::int AS all,
         count(*) FILTER (WHERE ($3 OR direct) AND rank IS NOT NULL)::int AS attention,
         count(*) FILTER (WHERE ($3 OR direct) AND (NOT $4 OR rank IS NOT NULL))::int AS total FROM member`,
      values,
    );
    const rows = await this.database.query<Row>(
      `${MEMBERS} SELECT json_build_object('id', m.id, 'name', m.name, 'englishName', m.english_name) AS person,
         m.position, m.department, m.direct, m.programs, m.courses, m.remindable, m.rank IS NOT NULL AS urgent,
         (SELECT json_build_object('at', to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'by', json_build_object('id', x.id, 'name', x.name))
          FROM team_reminder r JOIN person x ON x.id = r.manager_id
          WHERE r.person_id = m.id AND r.day = $2::date) AS reminded
       FROM member m WHERE ($3 OR m.direct) AND (NOT $4 OR m.rank IS NOT NULL)
       ORDER BY m.rank NULLS LAST, m.due_on NULLS LAST, m.name, m.id LIMIT $5 OFFSET $6`,
      [...values, perPage, (page - 1) * perPage],
    );
    return {
      today,
      ...counts!,
      items: rows.map(({ urgent, ...member }) => ({ ...member, attention: urgent })),
    };
  }
}

/** $1 manager, $2 today. */
const MEMBERS = `${BELOW}, member AS (
  ${STANDING_OF('(SELECT * FROM person WHERE id IN (SELECT id FROM below))')})`;

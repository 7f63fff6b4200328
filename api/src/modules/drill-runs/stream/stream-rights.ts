import { Injectable } from '@nestjs/common';
import { ACCESS_ROLES } from '@readyroom/contract';
import { permissionsOf } from '../../../platform/access/permissions.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { visibleRun } from '../drill-access.js';
import type { Viewer } from './viewer.js';
import { VIEWPOINT_OF_ROW } from './viewpoint.js';

/** With one of these somebody looks in from the console without being in the cast. */
const ONLOOKERS = ACCESS_ROLES.filter((role) => permissionsOf([role]).has('drill.read'));

/** Whether those who look on still may. */
@Injectable()
export class StreamRights {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Whose session is gone, who has left the company, who was taken out of the run or given another part in it, and who
   * looked in without a part and has got one or may no longer.
   */
  async lost(viewers: readonly Viewer[]): Promise<Viewer[]> {
    if (viewers.length === 0) return [];
    const rows = await this.database.query<{ place: number }>(LOST, [
      viewers.map(({ who }) => who.sessionId),
      viewers.map(({ who }) => who.personId),
      viewers.map(({ who }) => who.participantId),
      viewers.map(({ who }) => who.viewpoint),
      this.clock.now(),
      viewers.map(({ who }) => who.runId),
      ONLOOKERS,
    ]);
    return rows.map(({ place }) => viewers[place - 1]!);
  }
}

const LOST = `
  SELECT v.place FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $6::uuid[]) WITH ORDINALITY
    AS v (session_id, person_id, participant_id, viewpoint, run_id, place)
  WHERE NOT EXISTS (SELECT 1 FROM session s WHERE s.id = v.session_id AND s.expires_at > $5)
    OR NOT EXISTS (SELECT 1 FROM person p WHERE p.id = v.person_id AND p.status = 'active')
    OR (v.participant_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM drill_participant p
      WHERE p.id = v.participant_id AND p.removed_at IS NULL AND ${VIEWPOINT_OF_ROW} = v.viewpoint))
    OR (v.participant_id IS NULL AND NOT EXISTS (SELECT 1 FROM drill_run r JOIN person w ON w.id = v.person_id
      WHERE r.id = v.run_id AND ${visibleRun('w.id', 'w.scope_department_id', '(w.roles && $7::text[])')}
        AND NOT EXISTS (SELECT 1 FROM drill_participant p
          WHERE p.run_id = r.id AND p.person_id = w.id AND p.removed_at IS NULL)))`;

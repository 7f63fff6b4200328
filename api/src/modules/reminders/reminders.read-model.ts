import { Injectable } from '@nestjs/common';
import type {
  DeliveryReminderList,
  LadderPreview,
  PreviewLadderBody,
  PreviewPeople,
  PreviewPeopleBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import { addDays, Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { inScope, organisationDay, type Scope } from '../standings/index.js';
import { DUE_STEPS, TARGETS } from './due-steps.sql.js';

const SHOWN = 500;

/** What a ladder would do, and what stands behind a message that went out. */
@Injectable()
export class RemindersReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of the people in scope, from today on; nothing is planned by it. */
  async preview(body: z.infer<typeof PreviewLadderBody>, scope: Scope): Promise<LadderPreview> {
    const { today } = await organisationDay(this.database, this.clock);
    const to = addDays(today, body.days);
    const rows = await this.database.query<LadderPreview['rows'][number]>(PREVIEW, [
      today,
      to,
      scope,
      body.programId,
      JSON.stringify(body.steps),
    ]);
    const [all] = await this.database.query<{ people: number; reminders: number }>(PREVIEW_ALL, [
      today,
      to,
      scope,
      body.programId,
      JSON.stringify(body.steps),
    ]);
    return { from: today, to, ...all!, rows };
  }

  async previewPeople(body: z.infer<typeof PreviewPeopleBody>, scope: Scope): Promise<PreviewPeople> {
    const { today } = await organisationDay(this.database, this.clock);
    const items = await this.database.query<PreviewPeople['items'][number] & { total: number }>(
      PREVIEW_PEOPLE,
      [
        today,
        addDays(today, body.days),
        scope,
        body.programId,
        JSON.stringify(body.steps),
        body.day,
        body.step,
        body.ofProgramId,
        SHOWN,
      ],
    );
    return { items, total: items[0]?.total ?? 0 };
  }

  /** Nothing of messages to people outside the scope; in those inside, names from outside stay out. */
  async behind(deliveryId: string, scope: Scope): Promise<z.infer<typeof DeliveryReminderList>> {
    const items = await this.database.query<z.infer<typeof DeliveryReminderList>['items'][number]>(BEHIND, [
      deliveryId,
      scope,
    ]);
    return { items, total: items.length };
  }
}

const PROGRAM = `json_build_object('id', g.id, 'title', v.document->'title')`;
const OF_PROGRAM = (id: string): string =>
  `JOIN program g ON g.id = ${id} JOIN program_version v ON v.id = g.version_id`;

const PREVIEW = `
  WITH RECURSIVE ${DUE_STEPS}
  SELECT d.tell_on AS day, d.key AS step, d.role, ${PROGRAM}::jsonb AS program, count(*) AS people,
    count(*) FILTER (WHERE d.role = 'manager' AND d.manager_id IS NULL) AS instead
  FROM due d ${OF_PROGRAM('d.program_id')}
  GROUP BY d.tell_on, d.key, d.role, g.id, g.slug, v.id ORDER BY d.tell_on, g.slug, d.key`;
const PREVIEW_ALL = `
  WITH RECURSIVE ${DUE_STEPS} SELECT count(DISTINCT person_id) AS people, count(*) AS reminders FROM due`;

/** $6 day, $7 step, $8 program, $9 at most. */
const PREVIEW_PEOPLE = `
  WITH RECURSIVE ${DUE_STEPS}, ${TARGETS}
  SELECT json_build_object('id', p.id, 'name', p.name) AS person, dep.path AS department, max(t.why) AS why,
    array_agg(DISTINCT coalesce(x.name, r.name)::text) AS recipients, count(*) OVER () AS total
  FROM target t
  JOIN person p ON p.id = t.person_id JOIN department dep ON dep.id = p.department_id
  LEFT JOIN person x ON x.id = t.recipient_id LEFT JOIN robot r ON r.id = t.recipient_id
  WHERE t.tell_on = $6::date AND t.key = $7 AND t.program_id = $8
  GROUP BY p.id, dep.path ORDER BY p.name, p.id LIMIT $9`;

const BEHIND = `
  SELECT CASE WHEN ${inScope('dep', '$2')} THEN json_build_object('id', p.id, 'name', p.name) END AS person,
    ${PROGRAM} AS program, r.step, r.role, r.why, r.anchor, r.anchor_on AS "anchorOn", r.state, r.reason
  FROM reminder r JOIN person p ON p.id = r.person_id JOIN department dep ON dep.id = p.department_id
  ${OF_PROGRAM('r.program_id')}
  JOIN delivery d ON d.id = r.delivery_id
  LEFT JOIN person to_whom ON to_whom.id = d.person_id LEFT JOIN department theirs ON theirs.id = to_whom.department_id
  WHERE r.delivery_id = $1 AND ${inScope('theirs', '$2')} ORDER BY g.slug, p.name, r.id LIMIT ${SHOWN}`;

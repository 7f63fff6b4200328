import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Text } from '@readyroom/contract';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Jobs, type JobHandler } from '../../platform/queue/jobs.js';
import { Notifications } from '../notifications/index.js';
import { lateMessage } from './briefing-message.js';

const EVERY_MS = 15_000;
const Payload = z.object({});

interface Late {
  id: string;
  version: number;
  personId: string;
  name: string;
  title: Text;
  departmentId: string;
  managerId: string | null;
  tellManager: boolean;
  tellHr: boolean;
}

/**
 * Tells the manager of whoever has not acknowledged when the clock runs out, and HR when it has run twice; without a
 * manager who is here HR at once. Whom it tells and that it told is one transaction over rows that nobody else holds, so
 * each is told once, however many workers there are and whenever one of them dies.
 */
@Injectable()
export class BriefingEscalation implements OnModuleInit, JobHandler<z.infer<typeof Payload>> {
  readonly topic = 'briefing.escalate';
  readonly payload = Payload;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this, EVERY_MS);
  }

  async handle(): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const late = await tx.query<Late>(LATE, [now]);
      if (late.length === 0) return;
      await this.tellManagers(tx, late, now);
      await this.tellHr(tx, late, now);
    });
    this.jobs.nudge();
  }

  private async tellManagers(tx: Tx, all: readonly Late[], now: Date): Promise<void> {
    const late = all.filter(({ tellManager }) => tellManager);
    for (const [managerId, theirs] of grouped(late, ({ managerId }) => managerId!))
      await this.tell(tx, managerId, theirs, 'manager', now);
    await mark(tx, 'manager_told_at', late, now);
  }

  private async tellHr(tx: Tx, all: readonly Late[], now: Date): Promise<void> {
    const late = all.filter(({ tellHr }) => tellHr);
    if (late.length === 0) return;
    const desks = await tx.query<{ departmentId: string; personId: string }>(DESKS, [
      [...new Set(late.map(({ departmentId }) => departmentId))],
    ]);
    const deskOf = grouped(desks, ({ departmentId }) => departmentId);
    const reached = late.filter(({ departmentId }) => deskOf.has(departmentId));
    const pairs = reached.flatMap((one) =>
      deskOf.get(one.departmentId)!.map(({ personId }) => ({ one, personId })),
    );
    for (const [hrId, theirs] of grouped(pairs, ({ personId }) => personId))
      await this.tell(
        tx,
        hrId,
        theirs.map(({ one }) => one),
        'hr',
        now,
      );
    await mark(tx, 'hr_told_at', reached, now);
  }

  private async tell(
    tx: Tx,
    recipientId: string,
    late: readonly Late[],
    to: 'manager' | 'hr',
    now: Date,
  ): Promise<void> {
    for (const [id, people] of grouped(late, (one) => one.id))
      await this.notifications.send(tx, {
        kind: 'briefing',
        // What is told is marked in this transaction, so the moment tells two runs apart and nothing else has to.
        key: `${id}:${people[0]!.version}:late:${to}:${now.getTime()}`,
        personIds: [recipientId],
        channels: ['inbox', 'email'],
        message: lateMessage(
          { id, title: people[0]!.title },
          people.map(({ name }) => name),
          to,
        ),
        urgent: true,
      });
  }
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const mark = (
  tx: Tx,
  column: 'manager_told_at' | 'hr_told_at',
  late: readonly Late[],
  now: Date,
): Promise<unknown> =>
  tx.query(
    `UPDATE briefing_receipt r SET ${column} = $4
     FROM unnest($1::uuid[], $2::int[], $3::uuid[]) AS t(id, version, person_id)
     WHERE r.briefing_id = t.id AND r.version = t.version AND r.person_id = t.person_id`,
    [late.map(({ id }) => id), late.map(({ version }) => version), late.map(({ personId }) => personId), now],
  );

const LATE = `
  SELECT * FROM (
    SELECT r.briefing_id AS id, r.version, r.person_id AS "personId", p.name, v.document->'title' AS title,
      p.department_id AS "departmentId", m.id AS "managerId",
      m.id IS NOT NULL AND r.manager_told_at IS NULL AS "tellManager",
      m.id IS NULL OR r.due_at + make_interval(mins => b.within_minutes) <= $1 AS "tellHr"
    FROM briefing_receipt r
    JOIN briefing b ON b.id = r.briefing_id AND b.version = r.version AND b.stopped_at IS NULL
    JOIN briefing_version v ON v.briefing_id = b.id AND v.number = b.version
    JOIN person p ON p.id = r.person_id AND p.status = 'active'
    LEFT JOIN person m ON m.id = p.manager_id AND m.id <> p.id AND m.status = 'active'
    WHERE r.acknowledged_at IS NULL AND r.hr_told_at IS NULL AND r.due_at <= $1
    ORDER BY p.name, p.id FOR UPDATE OF r SKIP LOCKED
  ) late WHERE "tellManager" OR "tellHr"`;

/** The HR whose departments fit most closely; where there is none, the administrators. */
const DESKS = `
  SELECT "departmentId", "personId" FROM (
    SELECT d.id AS "departmentId", h.id AS "personId",
      rank() OVER (PARTITION BY d.id ORDER BY 'hr' = ANY(h.roles) DESC, coalesce(cardinality(s.lineage), 0) DESC) AS place
    FROM department d JOIN person h ON h.status = 'active' AND h.roles && '{hr,admin}'
    LEFT JOIN department s ON s.id = h.scope_department_id
    WHERE d.id = ANY($1) AND ('hr' = ANY(h.roles) AND (s.id IS NULL OR d.lineage @> ARRAY[s.id]) OR 'admin' = ANY(h.roles))
  ) ranked WHERE place = 1`;

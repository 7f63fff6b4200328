import { Injectable } from '@nestjs/common';
import type { DrillEventBody, DrillWall, IndicatorSample, OpenCard } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { DrillAccess, DrillRunsReadModel, RunScenarios } from '../drill-runs/index.js';

const FIGURES_SHOWN = 60;
const POSTS_SHOWN = 4;
/** Walls that are looked at are few; what is not looked at any more is read anew. */
const KEPT = 50;

type Shown = Pick<DrillWall, 'reason' | 'phase' | 'figures' | 'openCards' | 'posts'>;
type Body<K extends DrillEventBody['kind']> = Extract<DrillEventBody, { kind: K }>;

/** What a projector shows. Of the events it takes only what is for everybody, and of a card its question. */
@Injectable()
export class DrillWallReadModel {
  /** By run: what was read up to an event. A wall asks every second, and often nothing has happened. */
  private readonly kept = new Map<string, { lastEventId: number; shown: Shown }>();

  constructor(
    private readonly database: Database,
    private readonly access: DrillAccess,
    private readonly runs: DrillRunsReadModel,
    private readonly scenarios: RunScenarios,
  ) {}

  /** @throws DrillNotFound */
  async wallFor(actor: Actor, id: string): Promise<DrillWall> {
    await this.access.part(actor, id);
    return this.wall(id);
  }

  async wall(id: string): Promise<DrillWall> {
    const { title, scenario, clock } = await this.runs.run(id);
    const { startsAt } = await this.scenarios.document(this.database, scenario.versionId);
    const shown = await this.shown(id, scenario.versionId);
    return { title, scenario: scenario.title, startsAt, clock, ...shown };
  }

  private async shown(id: string, versionId: string): Promise<Shown> {
    const [head] = await this.database.prepared<{ lastEventId: number }>(
      'drill_wall_head',
      'SELECT last_event_id AS "lastEventId" FROM drill_run WHERE id = $1',
      [id],
    );
    const { lastEventId } = head!;
    const known = this.kept.get(id);
    if (known?.lastEventId === lastEventId) return known.shown;
    const [status, phase] = await Promise.all([this.newest(id, 'status'), this.newest(id, 'phase')]);
    const shown: Shown = {
      reason: status?.reason ?? null,
      phase: phase?.title ?? null,
      figures: await this.figures(id),
      openCards: await this.openCards(id, versionId),
      posts: await this.posts(id),
    };
    this.kept.delete(id);
    this.kept.set(id, { lastEventId, shown });
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value!);
    return shown;
  }

  private async newest<K extends 'status' | 'phase'>(id: string, kind: K): Promise<Body<K> | undefined> {
    const [row] = await this.database.prepared<{ body: Body<K> }>(
      'drill_wall_newest',
      `SELECT body FROM drill_event WHERE run_id = $1 AND body->>'kind' = $2 AND audience = '"all"'
       ORDER BY id DESC LIMIT 1`,
      [id, kind],
    );
    return row?.body;
  }

  /** As many as a curve can show, the newest always among them. */
  private async figures(id: string): Promise<DrillWall['figures']> {
    const rows = await this.database.prepared<{ sample: IndicatorSample }>(
      'drill_wall_figures',
      `SELECT s.sample FROM (
         SELECT body->'sample' AS sample, id, row_number() OVER (ORDER BY id DESC) - 1 AS back, count(*) OVER () AS n
         FROM drill_event WHERE run_id = $1 AND body->>'kind' = 'indicators' AND audience = '"all"') s
       WHERE s.back % ceil(s.n / $2::numeric)::bigint = 0 ORDER BY s.id`,
      [id, FIGURES_SHOWN],
    );
    return rows.map(({ sample: { minute, volume, heat, negativeShare } }) => ({
      minute,
      volume,
      heat,
      negativeShare,
    }));
  }

  private async openCards(id: string, versionId: string): Promise<DrillWall['openCards']> {
    const { seats } = await this.scenarios.document(this.database, versionId);
    const rows = await this.database.prepared<{ card: OpenCard }>(
      'drill_wall_cards',
      `SELECT i.body->'card' AS card FROM drill_event i
       WHERE i.run_id = $1 AND i.body->>'kind' = 'inject' AND i.body->'card' <> 'null'
         AND NOT EXISTS (SELECT 1 FROM drill_event c WHERE c.run_id = $1 AND c.id > i.id
           AND c.body->>'kind' = 'card_closed' AND c.body->>'card' = i.body->'card'->>'key')
       ORDER BY i.id`,
      [id],
    );
    return rows.flatMap(({ card }) => {
      const seat = seats.find(({ key }) => key === card.seat);
      return seat ? [{ prompt: card.prompt, seat: seat.title, dueAt: card.dueAt }] : [];
    });
  }

  private async posts(id: string): Promise<DrillWall['posts']> {
    const rows = await this.database.prepared<{ body: Body<'posts'> }>(
      'drill_wall_posts',
      `SELECT body FROM drill_event WHERE run_id = $1 AND body->>'kind' = 'posts' AND audience = '"all"'
       ORDER BY id DESC LIMIT $2`,
      [id, POSTS_SHOWN],
    );
    return rows
      .flatMap(({ body }) => [...body.posts].reverse())
      .slice(0, POSTS_SHOWN)
      .map(({ from, text }) => ({ from: from.name, text }));
  }
}

import { Injectable } from '@nestjs/common';
import {
  textIn,
  type AudienceRule,
  type AudienceRulePreview,
  type CreateAudienceRuleBody,
  type Locale,
  type PreviewAudienceRuleBody,
  type Text,
  type UpdateAudienceRuleBody,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { takeTurn } from '../../platform/database/turns.js';
import {
  organisationDay,
  refreshProgramStandingsOfRule,
  refreshStandingsOfRule,
  type OrganisationDay,
} from '../standings/index.js';
import { AudienceEmpty, DueInPast, PreviewStale } from './audience-rules.errors.js';
import { AudienceReadModel } from './audience.read-model.js';
import { AudienceRulesReadModel } from './audience-rules.read-model.js';
import { AudienceRulesRepository } from './audience-rules.repository.js';
import { DifferenceReadModel } from './difference/difference.read-model.js';
import { planned, type PlannedRule } from './difference/planned-rule.js';
import { Reconciliation } from './reconciliation.js';

const MANY = 5_000;

/** Whose name stands under a rule, and how far it reaches. */
type Author = Pick<Actor, 'personId' | 'scopeDepartmentId'>;

/** Assigning courses to audiences, and taking that back. */
@Injectable()
export class AudienceRules {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audiences: AudienceReadModel,
    private readonly rules: AudienceRulesReadModel,
    private readonly repository: AudienceRulesRepository,
    private readonly reconciliation: Reconciliation,
    private readonly differences: DifferenceReadModel,
  ) {}

  async preview(actor: Author, body: z.infer<typeof PreviewAudienceRuleBody>): Promise<AudienceRulePreview> {
    await this.check(actor, body);
    const [preview, { warnings }] = await Promise.all([
      this.audiences.preview(body, actor.scopeDepartmentId),
      this.differences.difference({ make: body }, actor.scopeDepartmentId),
    ]);
    return { ...preview, warnings };
  }

  /** Within the transaction given, if any, so that whoever assigns for a reason can note it together with the rule. */
  async create(
    actor: Author,
    body: z.infer<typeof CreateAudienceRuleBody>,
    within?: Tx,
  ): Promise<AudienceRule> {
    await this.check(actor, body);
    const name = body.name || (await this.nameAfterWhat(actor, body));
    const work = async (tx: Tx) => {
      await takeTurn(tx, 'staff');
      const day = await organisationDay(tx, this.clock);
      const id = await this.repository.insert(
        tx,
        {
          name,
          note: body.note || null,
          courseIds: body.courseIds,
          programId: body.programId,
          audience: body.audience,
          scopeDepartmentId: actor.scopeDepartmentId,
          dueOn: body.dueOn,
          dueAfter: body.dueAfter,
          joinersDueDays: body.joinersDueDays,
          createdBy: actor.personId,
        },
        day.now,
      );
      // Compared after assigning: what was confirmed is then exactly what was written.
      const reached = await this.repository.assign(tx, id, day);
      if (reached.people === 0) throw new AudienceEmpty();
      if (body.fingerprint && body.fingerprint !== reached.fingerprint) throw new PreviewStale();
      // The planner must know about a large assignment before it joins it with everything else.
      if (reached.people > MANY) await tx.query('ANALYZE assignment, program_assignment');
      await refreshStandingsOfRule(tx, id);
      if (body.programId) {
        await refreshProgramStandingsOfRule(tx, day, id);
        await this.reconciliation.promiseAdvance(tx, id);
      }
      return this.rules.get(tx, id, actor.scopeDepartmentId);
    };
    return within ? work(within) : this.database.transaction(work);
  }

  /**
   * Changes what a rule is called, whom it means, or by when. With the fingerprint of a difference that was previewed,
   * what is written is exactly that. @throws AudienceRuleNotFound, RuleWithdrawn, DueInPast, AudienceEmpty, PreviewStale
   */
  async update(
    actor: Author,
    id: string,
    body: z.infer<typeof UpdateAudienceRuleBody>,
  ): Promise<AudienceRule> {
    const { name, note, fingerprint, ...change } = body;
    if (body.audience) await this.audiences.checkReach(body.audience, actor.scopeDepartmentId);
    return this.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      const day = await organisationDay(tx, this.clock);
      const rule = await planned(tx, { ruleId: id, ...change }, actor.scopeDepartmentId);
      await this.repository.describe(tx, id, { name: name || undefined, note });
      if (fingerprint) {
        const now = await this.differences.fingerprint(tx, rule);
        if (now.fingerprint !== fingerprint) throw new PreviewStale();
      }
      if (change.dueOn && rule.movesDue && change.dueOn < day.today) throw new DueInPast(day.today);
      if (body.audience || rule.movesDue) await this.rewrite(tx, id, rule, day, body.audience !== undefined);
      return this.rules.get(tx, id, actor.scopeDepartmentId);
    });
  }

  private async rewrite(
    tx: Tx,
    id: string,
    rule: PlannedRule,
    day: OrganisationDay,
    otherAudience: boolean,
  ): Promise<void> {
    await this.repository.change(tx, id, { ...rule, audience: rule.audience! });
    if (otherAudience) {
      const { meant } = await this.differences.fingerprint(tx, rule);
      if (meant === 0) throw new AudienceEmpty();
      await this.repository.reassign(tx, id, day);
    }
    if (rule.movesDue) await this.repository.moveDueDays(tx, id, day);
    await refreshStandingsOfRule(tx, id);
    await refreshProgramStandingsOfRule(tx, day, id);
    if (otherAudience && rule.programId) await this.reconciliation.promiseAdvance(tx, id);
  }

  /** Within the transaction given, if any. */
  async withdraw(actor: Author, id: string, within?: Tx): Promise<AudienceRule> {
    const work = async (tx: Tx) => {
      await takeTurn(tx, 'staff');
      await this.rules.changeable(tx, id, actor.scopeDepartmentId);
      const day = await organisationDay(tx, this.clock);
      await this.repository.withdraw(tx, id, actor.personId, day);
      await refreshStandingsOfRule(tx, id);
      await refreshProgramStandingsOfRule(tx, day, id);
      return this.rules.get(tx, id, actor.scopeDepartmentId);
    };
    return within ? work(within) : this.database.transaction(work);
  }

  private async check(actor: Author, body: z.infer<typeof PreviewAudienceRuleBody>): Promise<void> {
    await this.audiences.checkCourses(body.courseIds);
    if (body.programId) await this.audiences.checkProgram(body.programId);
    await this.audiences.checkReach(body.audience, actor.scopeDepartmentId);
    const { today } = await organisationDay(this.database, this.clock);
    if (body.dueOn !== null && body.dueOn < today) throw new DueInPast(today);
  }

  private async nameAfterWhat(
    actor: Author,
    { courseIds, programId }: { courseIds: readonly string[]; programId: string | null },
  ): Promise<string> {
    const titles = await this.database.query<{ title: Text; locale: Locale }>(
      `SELECT t.title, p.locale FROM person p, (
         SELECT v.document->'title' AS title, 0 AS position FROM program g JOIN program_version v ON v.id = g.version_id WHERE g.id = $1
         UNION ALL
         SELECT v.title, n FROM unnest($2::uuid[]) WITH ORDINALITY AS c(id, n)
         JOIN course k ON k.id = c.id JOIN course_version v ON v.id = k.published_version_id
       ) t WHERE p.id = $3 ORDER BY t.position`,
      [programId, [...new Set(courseIds)], actor.personId],
    );
    const [first] = titles;
    const more = titles.length - 1;
    return textIn(first!.title, first!.locale).slice(0, 110) + (more > 0 ? ` +${more}` : '');
  }
}

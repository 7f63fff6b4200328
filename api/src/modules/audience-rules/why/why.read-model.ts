import { Injectable } from '@nestjs/common';
import type { ExplainedCondition, Text, Why, WhyRule } from '@readyroom/contract';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { CertificationReadModel } from '../../certification/index.js';
import { inScope, organisationDay } from '../../standings/index.js';
import { CourseNotFound, PersonNotFound, ProgramNotFound } from '../audience-rules.errors.js';
import { inStoredAudience } from '../audience.sql.js';
import { departmentsIn } from '../condition-ids.js';
import { placing } from '../condition.sql.js';
import { audienceTree, explained, sqlOf, type StoredAudience } from './audience-tree.js';
import {
  answerWords,
  dueSource,
  dueWords,
  keptWords,
  withdrawnWords,
  type RuleFact,
} from './why-assignment.js';
import { type PathOf, type Subject } from './why-words.js';

/** Live rules explained by one statement. */
const AT_ONCE = 200;

type Kind = Why['what']['kind'];
/** What departments a reader may be told of: those of a scope (null = all), or their own. */
interface Sight {
  readonly scope: string | null;
  readonly own: boolean;
}
type Rule = RuleFact & StoredAudience;
interface Person extends Subject {
  readonly lineage: readonly string[];
}

/** Answers why somebody has a program or a course, or why not, from the rules as they are evaluated. */
@Injectable()
export class WhyReadModel {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly certifications: CertificationReadModel,
  ) {}

  /** For staff. @throws PersonNotFound outside the scope, ProgramNotFound, CourseNotFound */
  async ofPerson(personId: string, kind: Kind, id: string, scope: string | null): Promise<Why> {
    const found = await this.database.query(
      `SELECT 1 FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1 AND ${inScope('d', '$2')}`,
      [personId, scope],
    );
    if (found.length === 0) throw new PersonNotFound();
    return this.explain(personId, kind, id, { scope, own: false });
  }

  /** For the person: only of rules that mean them, or once did. */
  async ofMine(personId: string, kind: Kind, id: string): Promise<Why> {
    const why = await this.explain(personId, kind, id, { scope: null, own: true });
    return { ...why, rules: why.rules.filter((rule) => rule.reaches || rule.assignment !== null) };
  }

  private async explain(personId: string, kind: Kind, id: string, sight: Sight): Promise<Why> {
    const title = await this.titleOf(kind, id);
    const { timeZone } = await organisationDay(this.database, this.clock);
    const rules = await this.database.query<Rule>(RULES[kind], [id, personId, timeZone]);
    const [person] = await this.database.query<Person>(PERSON, [personId]);
    const reached = await this.reached(personId, rules);
    const trees = await this.trees(person!, rules, sight);
    const certification =
      kind === 'program'
        ? (await this.certifications.read(personId)).find(({ program }) => program.id === id)
        : undefined;
    const standing = kind === 'course' ? await this.standing(personId, id) : undefined;
    const assigned = certification?.assigned ?? standing?.counted ?? false;
    const dueOn = (kind === 'program' ? certification?.dueOn : standing?.dueOn) ?? null;
    const ownDue = earliest(rules);
    const explainedRules = rules.map((rule): WhyRule => {
      const reaches = reached.has(rule.id);
      const given = rule.assignment;
      return {
        rule: { id: rule.id, name: rule.name },
        createdAt: rule.createdAt,
        withdrawnAt: rule.withdrawnAt,
        reaches,
        condition: trees.get(rule.id) ?? null,
        assignment: given && {
          assignedOn: given.assignedOn,
          joinedLater: given.joinedLater,
          dueOn: given.dueOn,
          due: dueWords(rule),
          givesDueDay:
            given.withdrawnAt === null && given.dueOn !== null && given.dueOn === ownDue && dueOn === ownDue,
          withdrawnAt: given.withdrawnAt,
          withdrawnBecause: given.withdrawnAt ? withdrawnWords(given, !person!.active) : null,
          kept: given.withdrawnAt === null && !reaches ? keptWords(kind) : null,
        },
      };
    });
    const ordered = [...explainedRules].sort((a, b) => rank(a) - rank(b));
    return {
      personId,
      what: { kind, id, title },
      assigned,
      says: answerWords(ordered, assigned),
      dueOn: assigned ? dueOn : null,
      due: assigned && dueOn !== null ? dueSource(dueOn, ordered, certification) : null,
      rules: ordered,
      waivers: certification?.waivers ?? [],
    };
  }

  private async titleOf(kind: Kind, id: string): Promise<Text> {
    const [row] = await this.database.query<{ title: Text }>(
      kind === 'program'
        ? `SELECT v.document->'title' AS title FROM program g JOIN program_version v ON v.id = g.version_id WHERE g.id = $1`
        : `SELECT v.title FROM course c JOIN course_version v ON v.course_id = c.id WHERE c.id = $1
           ORDER BY v.id = c.published_version_id DESC NULLS LAST, v.number DESC LIMIT 1`,
      [id],
    );
    if (!row) throw kind === 'program' ? new ProgramNotFound() : new CourseNotFound();
    return row.title;
  }

  /** The live rules that mean the person, by the statement that assigns. */
  private async reached(personId: string, rules: readonly Rule[]): Promise<Set<string>> {
    const live = rules.filter(({ withdrawnAt }) => withdrawnAt === null);
    const values: unknown[] = [personId, live.map(({ id }) => id)];
    const conditions = live.flatMap(({ id, condition }) => (condition ? [{ id, condition }] : []));
    const rows = await this.database.query<{ id: string }>(
      `SELECT r.id FROM person p JOIN department d ON d.id = p.department_id
       JOIN audience_rule r ON r.id = ANY($2) AND ${inStoredAudience(conditions, placing(values))} WHERE p.id = $1`,
      values,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The audience of each live rule, part by part. One statement asks for every part of all of them. */
  private async trees(person: Person, rules: readonly Rule[], sight: Sight) {
    const live = rules.filter(({ withdrawnAt }) => withdrawnAt === null);
    const pathOf = await this.paths(live, person, sight);
    const found = new Map<string, ExplainedCondition>();
    for (let from = 0; from < live.length; from += AT_ONCE) {
      const values: unknown[] = [person.id];
      const trees = live
        .slice(from, from + AT_ONCE)
        .map((rule) => ({ id: rule.id, tree: audienceTree(rule, placing(values)) }));
      const asks = trees.map(({ tree }, n) => `ARRAY[${sqlOf(tree).join(', ')}] AS "${n}"`);
      const [answers] = await this.database.query<Record<string, boolean[]>>(
        `SELECT ${asks.join(', ')} FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1`,
        values,
      );
      for (const [n, { id, tree }] of trees.entries())
        found.set(id, explained(tree, answers![n]!, person, pathOf));
    }
    return found;
  }

  /** Departments outside the reader's sight have no name for them; those that the person is in always have one. */
  private async paths(rules: readonly Rule[], { lineage }: Person, sight: Sight): Promise<PathOf> {
    const named = rules.flatMap((rule) => [
      ...rule.departmentIds,
      ...departmentsIn(rule.condition),
      ...(rule.scopeDepartmentId ? [rule.scopeDepartmentId] : []),
    ]);
    const rows = await this.database.query<{ id: string; path: string }>(
      `SELECT d.id, d.path FROM department d WHERE d.id = ANY($1) AND (d.id = ANY($2) OR ($3 AND ${inScope('d', '$4')}))`,
      [[...new Set(named)], lineage, !sight.own, sight.scope],
    );
    const known = new Map(rows.map(({ id, path }) => [id, path]));
    return (id) => known.get(id) ?? null;
  }

  private async standing(personId: string, courseId: string) {
    const [row] = await this.database.query<{ counted: boolean; dueOn: string | null }>(
      `SELECT counted, nullif(due_on, 'infinity') AS "dueOn" FROM standing WHERE person_id = $1 AND course_id = $2`,
      [personId, courseId],
    );
    return row;
  }
}

/** Rules that assign it first, then those that would, then those that did, then the rest. */
function rank({ reaches, assignment }: WhyRule): number {
  if (assignment && !assignment.withdrawnAt) return 0;
  if (reaches) return 1;
  return assignment ? 2 : 3;
}

const earliest = (rules: readonly Rule[]): string | null =>
  rules
    .flatMap(({ assignment }) => (assignment && !assignment.withdrawnAt ? (assignment.dueOn ?? []) : []))
    .sort()[0] ?? null;

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const PERSON = `
  SELECT p.id, p.status = 'active' AS active, p.tier, d.path AS "departmentPath", d.lineage, p.position, p.roles, p.tags,
         p.hire_date AS "hireDate"
  FROM person p JOIN department d ON d.id = p.department_id WHERE p.id = $1`;

/** $1 program or course, $2 person, $3 time zone. Rules that were ended are told of only where they assigned something. */
const rulesWith = (table: string, what: string, has: string): string => `
  SELECT r.id, r.name, ${instant('r.created_at')} AS "createdAt", ${instant('r.withdrawn_at')} AS "withdrawnAt",
    r.everybody, r.tiers::text[] AS tiers, r.department_ids AS "departmentIds", r.scope_department_id AS "scopeDepartmentId", r.condition,
    EXISTS (SELECT 1 FROM audience_rule_person n WHERE n.rule_id = r.id) AS "namesPeople",
    r.due_kind AS "dueKind", r.due_on AS "dueOn", r.due_days AS "dueDays", r.joiners_due_days AS "joinersDueDays",
    p.hire_date AS "hireDate", p.department_since AS "departmentSince",
    CASE WHEN a.person_id IS NOT NULL THEN json_build_object(
      'assignedOn', (a.assigned_at AT TIME ZONE $3)::date, 'joinedLater', a.joined_later, 'dueOn', a.due_on,
      'withdrawnAt', ${instant('a.withdrawn_at')}, 'withdrawnOn', (a.withdrawn_at AT TIME ZONE $3)::date,
      'withRule', coalesce(a.withdrawn_at >= r.withdrawn_at, false)) END AS assignment
  FROM audience_rule r JOIN person p ON p.id = $2
  LEFT JOIN ${table} a ON a.rule_id = r.id AND a.person_id = $2 AND a.${what} = $1
  WHERE a.person_id IS NOT NULL OR (r.withdrawn_at IS NULL AND ${has})
  ORDER BY r.created_at, r.id`;
const RULES: Record<Kind, string> = {
  program: rulesWith('program_assignment', 'program_id', 'r.program_id = $1'),
  course: rulesWith(
    'assignment',
    'course_id',
    'EXISTS (SELECT 1 FROM rule_course c WHERE c.rule_id = r.id AND c.course_id = $1)',
  ),
};

import type { Certification, Text, Why, WhyRule } from '@readyroom/contract';
import { addDays } from '../../../platform/clock/clock.js';
import { text } from './why-words.js';

/** A rule, what it has assigned to one person, and what the statement that assigns would give them. */
export interface RuleFact {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly withdrawnAt: string | null;
  readonly dueKind: 'fixed' | 'after_assignment' | 'after_hire' | 'after_joining_department';
  readonly dueOn: string | null;
  readonly dueDays: number | null;
  readonly joinersDueDays: number;
  readonly hireDate: string | null;
  readonly departmentSince: string | null;
  readonly assignment: {
    readonly assignedOn: string;
    readonly joinedLater: boolean;
    readonly dueOn: string | null;
    readonly withdrawnAt: string | null;
    readonly withdrawnOn: string | null;
    /** The rule had ended by then. */
    readonly withRule: boolean;
  } | null;
}

/** How the due day of an assignment was worked out; says so when the facts have changed since. */
export function dueWords(rule: RuleFact): Text {
  const { assignment: given, joinersDueDays: least } = rule;
  if (!given) throw new Error('Nothing was assigned');
  const { dueOn, assignedOn, joinedLater } = given;
  if (dueOn === null) return text('这条规则不设截止日期', 'This rule sets no due day');
  const leastOn = addDays(assignedOn, least);
  const atLeast = text(
    `${assignedOn} 派发，规则保证至少有 ${least} 天`,
    `Assigned on ${assignedOn}; the rule leaves at least ${least} days`,
  );
  if (rule.dueKind === 'fixed') {
    if (dueOn === rule.dueOn) return text('规则规定的统一截止日期', 'The one day that the rule sets for all');
    return joinedLater && dueOn === leastOn ? atLeast : earlier(dueOn);
  }
  const days = rule.dueDays ?? 0;
  if (rule.dueKind === 'after_assignment')
    return dueOn === addDays(assignedOn, days)
      ? text(`派发（${assignedOn}）后 ${days} 天`, `${days} days after it was assigned (${assignedOn})`)
      : earlier(dueOn);
  const hire = rule.dueKind === 'after_hire';
  const from = hire ? rule.hireDate : rule.departmentSince;
  if (from && dueOn === addDays(from, days))
    return hire
      ? text(`入职（${from}）后 ${days} 天`, `${days} days after the day of hire (${from})`)
      : text(`进入本部门（${from}）后 ${days} 天`, `${days} days after joining the department (${from})`);
  if (!from && dueOn === addDays(assignedOn, days))
    return hire
      ? text(
          `没有入职日期，按派发（${assignedOn}）后 ${days} 天计算`,
          `No hire date is recorded, so ${days} days after it was assigned (${assignedOn})`,
        )
      : text(
          `没有进入本部门的日期，按派发（${assignedOn}）后 ${days} 天计算`,
          `No day of joining the department is recorded, so ${days} days after it was assigned (${assignedOn})`,
        );
  return dueOn === leastOn ? atLeast : earlier(dueOn);
}

/** What was finished keeps the day that it had, whatever the rule or the person became later. */
const earlier = (dueOn: string): Text =>
  text(
    `按当时的规则和资料确定为 ${dueOn}，此后不再变动`,
    `Set to ${dueOn} by the rule and the record of that time, and not moved since`,
  );

export function withdrawnWords(
  { withdrawnOn, withRule }: NonNullable<RuleFact['assignment']>,
  left: boolean,
): Text {
  if (withRule) return text(`规则已于 ${withdrawnOn} 撤回`, `The rule was withdrawn on ${withdrawnOn}`);
  return left
    ? text(`${withdrawnOn} 因离职收回`, `Taken back on ${withdrawnOn}: has left the company`)
    : text(
        `${withdrawnOn} 起不再符合规则的条件，任务已收回`,
        `Taken back on ${withdrawnOn}: the rule did not mean this person any more`,
      );
}

export const keptWords = (kind: Why['what']['kind']): Text =>
  kind === 'course'
    ? text('规则不再适用，但课程已完成，记录保留', 'The rule no longer applies; the finished course stays')
    : text(
        '规则不再适用，但资格仍在有效期内，保留至到期',
        'The rule no longer applies; the valid certification stays to its last day',
      );

/** The answer in a sentence or two. */
export function answerWords(rules: readonly WhyRule[], assigned: boolean): Text {
  const names = (which: readonly WhyRule[]): Text => ({
    zh: which.map(({ rule }) => `“${rule.name}”`).join('、'),
    en: which.map(({ rule }) => `“${rule.name}”`).join(', '),
  });
  const open = rules.filter(({ assignment }) => assignment && !assignment.withdrawnAt);
  const asking = open.filter(({ reaches }) => reaches);
  if (assigned && asking.length > 0) {
    const by = names(asking);
    return asking.length === 1
      ? text(`由规则${by.zh}派发。`, `Assigned by the rule ${by.en}.`)
      : text(`由 ${asking.length} 条规则派发：${by.zh}。`, `Assigned by ${asking.length} rules: ${by.en}.`);
  }
  if (assigned) {
    const by = names(open);
    return text(
      `最初由规则${by.zh}派发；规则不再适用，已取得的结果保留。`,
      `First assigned by ${by.en}, which no longer applies; what was earned stays.`,
    );
  }
  const coming = rules.filter(
    ({ reaches, assignment }) => reaches && (!assignment || assignment.withdrawnAt),
  );
  if (coming.length > 0) {
    const by = names(coming);
    return text(
      `符合规则${by.zh}，但尚未派发：规则正等待重新执行，或者培训项目已归档，不再派发给新的人员。`,
      `The ${coming.length === 1 ? 'rule' : 'rules'} ${by.en} ${coming.length === 1 ? 'applies' : 'apply'}, but nothing is assigned: either they wait to be evaluated, or the program is archived and assigned to nobody new.`,
    );
  }
  const before = rules.filter(({ assignment }) => assignment?.withdrawnAt);
  if (before.length > 0) {
    const by = names(before);
    return text(`曾由规则${by.zh}派发，现已收回。`, `Was assigned by ${by.en}, and has been taken back.`);
  }
  if (rules.length === 0) return text('没有规则派发此内容。', 'No rule assigns it.');
  return rules.length === 1
    ? text('派发此内容的规则不适用。', 'The one rule that assigns it does not apply.')
    : text(
        `派发此内容的 ${rules.length} 条规则都不适用。`,
        `Of the ${rules.length} rules that assign it, none applies.`,
      );
}

/** Where the day comes from that holds now. */
export function dueSource(
  dueOn: string,
  rules: readonly WhyRule[],
  certification: Certification | undefined,
): Text {
  const open = certification?.periods.find(({ completedAt }) => completedAt === null);
  const extension = certification?.waivers.find(
    ({ kind, until, ended }) => kind === 'extension' && !ended && until === dueOn,
  );
  const own = open?.dueOn ?? null;
  if (extension && own !== dueOn)
    return text(
      `由 ${extension.author.name} 批准延期至 ${dueOn}：${extension.reason}`,
      `Extended to ${dueOn} by ${extension.author.name}: ${extension.reason}`,
    );
  if (open) {
    if (open.pulledForward)
      return text(`提前续期：${open.pulledForward.zh}`, `Renewal asked for early: ${open.pulledForward.en}`);
    return certification!.periods.some(({ completedAt, revoked }) => completedAt !== null && !revoked)
      ? text(
          '现有资格的最后有效日，须在此之前续期',
          'The last valid day of the present certification; renew by then',
        )
      : text('资格撤销时规定的期限', 'The day set when the certification was revoked');
  }
  const given = rules.find(({ assignment }) => assignment?.givesDueDay);
  if (!given)
    return text('派发时确定，完成后不再变动', 'Set when it was assigned, and not moved after completion');
  const several = rules.filter(({ assignment }) => assignment && !assignment.withdrawnAt).length > 1;
  const how = given.assignment!.due;
  return several
    ? text(
        `多条规则中最早的一天，来自“${given.rule.name}”：${how.zh}`,
        `The earliest of several rules, from “${given.rule.name}”: ${how.en}`,
      )
    : how;
}

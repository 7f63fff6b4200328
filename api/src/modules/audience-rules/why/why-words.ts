import type { AccessRole, AudienceCondition, Text, Tier } from '@readyroom/contract';

/** One person as the conditions see them. */
export interface Subject {
  readonly id: string;
  readonly active: boolean;
  readonly tier: Tier;
  readonly departmentPath: string;
  readonly position: string | null;
  readonly roles: readonly AccessRole[];
  readonly tags: readonly string[];
  readonly hireDate: string | null;
}
/** Path of a department, or null when the reader may not know of it. */
export type PathOf = (departmentId: string) => string | null;

const TIERS: Record<Tier, Text> = {
  executive: { zh: '高层管理人员', en: 'executive' },
  manager: { zh: '中层管理人员', en: 'manager' },
  frontline: { zh: '一线员工', en: 'frontline' },
};
const ROLES: Record<AccessRole, Text> = {
  employee: { zh: '员工', en: 'employee' },
  trainer: { zh: '培训师', en: 'trainer' },
  hr: { zh: '人力资源', en: 'HR' },
  admin: { zh: '管理员', en: 'administrator' },
  auditor: { zh: '审计', en: 'auditor' },
};

export const text = (zh: string, en: string): Text => ({ zh, en });
const same = (word: string): Text => text(word, word);
const quoted = (word: string): Text => text(`“${word}”`, `“${word}”`);
const either = (words: readonly Text[]): Text =>
  text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(' or '));
const listed = (words: readonly Text[], none: Text): Text =>
  words.length === 0
    ? none
    : text(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', '));
/** What is asked, and what is the case. */
const asked = (ask: Text, actual: Text): Text =>
  text(`${ask.zh}（实际：${actual.zh}）`, `${ask.en} (actual: ${actual.en})`);

export const ALL_OF = text('同时满足以下各项', 'All of these');
export const ANY_OF = text('满足以下任意一项', 'Any of these');
export const NOT_THIS = text('不满足以下条件', 'Not this');
export const NO_LIMIT = text('没有限制条件', 'No condition');
export const NOTHING_TO_MEET = text('没有列出任何条件，无人符合', 'Nothing that could be met');
export const EVERYBODY = text('面向全体人员', 'Meant for everybody');

export const activeWords = ({ active }: Subject): Text =>
  asked(text('在职', 'Works here'), active ? text('在职', 'yes') : text('已离职', 'has left'));

export const namedWords = (named: boolean): Text =>
  asked(
    text('在指定的人员之中', 'Named personally'),
    named ? text('在', 'named') : text('不在', 'not named'),
  );

export const tierWords = (tiers: readonly Tier[], subject: Subject): Text => {
  const words = either(tiers.map((tier) => TIERS[tier]));
  return asked(text(`层级为${words.zh}`, `Tier is ${words.en}`), TIERS[subject.tier]);
};

export const departmentWords = (ids: readonly string[], subject: Subject, pathOf: PathOf): Text => {
  const paths = ids.flatMap((id) => pathOf(id) ?? []).map(same);
  const hidden = ids.length - paths.length;
  const words = [...paths];
  if (hidden > 0)
    words.push(
      paths.length > 0
        ? text(`另外 ${hidden} 个部门`, hidden === 1 ? '1 other department' : `${hidden} other departments`)
        : text(`其他 ${hidden} 个部门`, hidden === 1 ? 'another department' : `${hidden} other departments`),
    );
  const all = either(words);
  return asked(
    text(`属于${all.zh}（含下级部门）`, `In ${all.en}, sub-departments included`),
    same(subject.departmentPath),
  );
};

/** What a single condition asks. `met` is worked out elsewhere, by the statement that assigns. */
export function leafWords(
  condition: AudienceCondition,
  subject: Subject,
  pathOf: PathOf,
  met: boolean,
): Text {
  if ('tier' in condition) return tierWords(condition.tier, subject);
  if ('department' in condition) return departmentWords(condition.department, subject, pathOf);
  if ('position' in condition) {
    const words = either(condition.position.map((word) => quoted(word.trim())));
    return asked(
      text(`岗位为${words.zh}`, `Position is ${words.en}`),
      subject.position?.trim() ? quoted(subject.position.trim()) : text('未填写', 'not recorded'),
    );
  }
  if ('role' in condition) {
    const words = either(condition.role.map((role) => ROLES[role]));
    return asked(
      text(`访问角色为${words.zh}`, `Access role is ${words.en}`),
      listed(
        subject.roles.map((role) => ROLES[role]),
        text('无', 'none'),
      ),
    );
  }
  if ('tag' in condition) {
    const words = either(condition.tag.map((word) => quoted(word.trim())));
    return asked(
      text(`带有标签${words.zh}`, `Has the tag ${words.en}`),
      listed(subject.tags.map(quoted), text('没有标签', 'no tag')),
    );
  }
  if ('person' in condition) return namedWords(met);
  if ('hired' in condition)
    return asked(
      hiredWords(condition.hired),
      subject.hireDate ? same(subject.hireDate) : text('未填写', 'not recorded'),
    );
  throw new Error('Not a single condition');
}

function hiredWords({ from, to }: { from: string | null; to: string | null }): Text {
  if (from && to) return text(`入职日期在 ${from} 至 ${to} 之间`, `Hired from ${from} to ${to}`);
  if (from) return text(`${from} 或之后入职`, `Hired on ${from} or later`);
  if (to) return text(`${to} 或之前入职`, `Hired on ${to} or earlier`);
  return text('填写了入职日期', 'Has a hire date');
}

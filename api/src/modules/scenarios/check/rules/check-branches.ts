import type { Condition } from '@readyroom/contract';
import type { Path } from '../../../content/index.js';
import { conditionsOf, effectsOf, leavesOf } from '../conditions.js';
import type { Checked } from '../finding.js';
import { Reach } from '../reach.js';

/** Nothing is written that can never happen, and no variable is kept that nothing asks for. */
export function checkBranches(checked: Checked): void {
  const { document, say } = checked;
  const reach = new Reach(document);
  for (const { path, value, what } of conditionsOf(document)) {
    const whole = !reach.canHold(value);
    const [en, zh] = !whole
      ? ['so this alternative is none', '这一支没有意义']
      : what === 'inject'
        ? ['so the inject would never be delivered', '注入永远不会送达']
        : ['so this part would never be played', '这一部分永远不会出现'];
    for (const dead of deadEnds(value, path, reach))
      say(
        dead,
        `This can never hold, ${en}: correct the condition, or add what brings it about`,
        `这个条件不可能成立，${zh}：请改正条件，或补上能促成它的内容`,
      );
  }
  checkPhases(checked, reach);
  checkVariables(checked);
}

/** The innermost parts that can never hold; what is denied may well be impossible. */
function deadEnds(condition: Condition, path: Path, reach: Reach): Path[] {
  if ('not' in condition) return [];
  const within =
    'all' in condition
      ? condition.all.flatMap((part, n) => deadEnds(part, [...path, 'all', n], reach))
      : 'any' in condition
        ? condition.any.flatMap((part, n) => deadEnds(part, [...path, 'any', n], reach))
        : [];
  return within.length || reach.canHold(condition) ? within : [path];
}

function checkPhases({ document, say }: Checked, reach: Reach): void {
  document.phases.forEach(({ key, at }, n) => {
    const before = document.phases[n - 1];
    if (n === 0 ? at !== 0 : at <= before!.at)
      say(
        ['phases', n, 'at'],
        n === 0
          ? 'The first phase begins at minute 0'
          : 'Phases stand in the order in which they begin: correct the minute',
        n === 0 ? '第一个阶段从第 0 分钟开始' : '阶段按开始时间先后排列：请改正分钟数',
      );
    if (!reach.canReach(key))
      say(
        ['phases', n, 'at'],
        `The phase “${key}” begins after the end of the run and no effect leads to it: correct “at”, or add an effect`,
        `阶段“${key}”在演练结束之后才开始，也没有效果能进入它：请改正“at”或添加效果`,
      );
  });
}

function checkVariables({ document, injects, say }: Checked): void {
  const read = new Map<string, { path: Path; is: number | boolean }[]>();
  for (const condition of conditionsOf(document))
    for (const { path, value } of leavesOf(condition.value, condition.path))
      if ('variable' in value)
        read.set(value.variable, [...(read.get(value.variable) ?? []), { path, is: value.is }]);
  document.variables.forEach(({ key, initial }, n) => {
    if (!read.has(key))
      say(
        ['variables', n, 'key'],
        `No condition reads the variable “${key}”: use it or remove it`,
        `没有条件用到变量“${key}”：请使用或删除`,
      );
    const kind = typeof initial;
    const wrong = [
      ...(read.get(key) ?? []).filter(({ is }) => typeof is !== kind).map(({ path }) => [...path, 'is']),
      ...injects
        .flatMap(effectsOf)
        .flatMap(({ path, value }) =>
          'set' in value && value.set.variable === key && typeof value.set.to !== kind
            ? [[...path, 'set', 'to']]
            : [],
        ),
    ];
    for (const path of wrong)
      say(
        path,
        `The variable “${key}” is ${kind === 'number' ? 'a number' : 'true or false'}: use a value of this kind`,
        `变量“${key}”是${kind === 'number' ? '数字' : '真假值'}：请写同类的值`,
      );
  });
}

import type { Effect, ScenarioDocument } from '@readyroom/contract';
import { nearest } from '../../../../platform/text/nearest.js';
import type { Path } from '../../../content/index.js';
import { conditionsOf, effectsOf, leavesOf, type Leaf } from '../conditions.js';
import type { Checked, PlacedInject } from '../finding.js';

type Kind =
  | 'seat'
  | 'persona'
  | 'partner'
  | 'channel'
  | 'phase'
  | 'objective'
  | 'variable'
  | 'clock'
  | 'post'
  | 'inject'
  | 'card';

const CHINESE: Record<Kind, string> = {
  seat: '席位',
  persona: '模拟账号',
  partner: '外部单位',
  channel: '传播渠道',
  phase: '阶段',
  objective: '演练目标',
  variable: '变量',
  clock: '法定时限',
  post: '帖文',
  inject: '情景注入',
  card: '决策卡',
};

/** Whatever a scenario names by its key must be there. */
export function checkReferences(checked: Checked, courses: ReadonlySet<string> | null): void {
  const { document, injects, say } = checked;
  const known = knownKeys(checked);
  const need = (kind: Kind, key: string, path: Path): boolean => {
    if (known[kind].has(key)) return true;
    const hint = nearest(key, known[kind]);
    say(
      path,
      `There is no ${kind} “${key}”: ${hint ? `did you mean “${hint}”?` : 'add it or correct the key'}`,
      `没有名为“${key}”的${CHINESE[kind]}：${hint ? `是否指“${hint}”？` : '请补上或改正键名'}`,
    );
    return false;
  };
  for (const placed of injects) checkInject(placed, need);
  for (const { path, value } of injects.flatMap(effectsOf)) checkEffect(value, path, need);
  const options = optionsOf(document);
  for (const condition of conditionsOf(document))
    for (const { path, value } of leavesOf(condition.value, condition.path)) {
      checkLeaf(value, path, need);
      if ('decided' in value) {
        const { card, option } = value.decided;
        if (known.card.has(card) && !options.get(card)!.has(option))
          say(
            [...path, 'decided', 'option'],
            `The card “${card}” has no option “${option}”: use ${[...options.get(card)!].join(', ')}`,
            `决策卡“${card}”没有选项“${option}”：可用 ${[...options.get(card)!].join('、')}`,
          );
      }
    }
  checkCast(document, need);
  document.objectives.forEach(({ course }, n) => {
    if (courses && !courses.has(course))
      say(
        ['objectives', n, 'course'],
        `There is no course “${course}”: use ${[...courses].sort().join(', ')}`,
        `没有课程“${course}”：可用 ${[...courses].sort().join('、')}`,
      );
  });
}

type Need = (kind: Kind, key: string, path: Path) => boolean;

function checkInject({ inject, path }: PlacedInject, need: Need): void {
  need('phase', inject.phase, [...path, 'phase']);
  need('channel', inject.channel, [...path, 'channel']);
  need('seat', inject.owner, [...path, 'owner']);
  const [kind, key] = inject.from.split(':') as [
    'control' | 'persona' | 'seat' | 'partner',
    string | undefined,
  ];
  if (kind !== 'control') need(kind, key!, [...path, 'from']);
  if (inject.to !== 'feed') inject.to.forEach((seat, n) => need('seat', seat, [...path, 'to', n]));
  inject.objectives.forEach((objective, n) => need('objective', objective, [...path, 'objectives', n]));
  if (inject.card) need('seat', inject.card.seat, [...path, 'card', 'seat']);
  inject.expected.forEach((expected, n) => {
    const here = [...path, 'expected', n];
    need('seat', expected.seat, [...here, 'seat']);
    if (expected.to === undefined) return;
    if (expected.kind === 'message' || expected.kind === 'escalate')
      need('seat', expected.to, [...here, 'to']);
    if (expected.kind === 'notify') need('clock', expected.to, [...here, 'to']);
    if (expected.kind === 'decide') need('card', expected.to, [...here, 'to']);
  });
}

function checkEffect(effect: Effect, path: Path, need: Need): void {
  if ('set' in effect) need('variable', effect.set.variable, [...path, 'set', 'variable']);
  if ('fire' in effect) need('inject', effect.fire, [...path, 'fire']);
  if ('phase' in effect) need('phase', effect.phase, [...path, 'phase']);
}

function checkLeaf(leaf: Leaf, path: Path, need: Need): void {
  if ('decided' in leaf) need('card', leaf.decided.card, [...path, 'decided', 'card']);
  if ('expired' in leaf) need('card', leaf.expired, [...path, 'expired']);
  if ('variable' in leaf) need('variable', leaf.variable, [...path, 'variable']);
  if ('notified' in leaf) need('clock', leaf.notified, [...path, 'notified']);
  if ('escalated' in leaf) need('post', leaf.escalated, [...path, 'escalated']);
  if ('delivered' in leaf) need('inject', leaf.delivered, [...path, 'delivered']);
}

function checkCast(document: ScenarioDocument, need: Need): void {
  const { solo } = document;
  for (const tier of ['executive', 'manager', 'frontline'] as const)
    need('seat', solo.seats[tier], ['solo', 'seats', tier]);
  document.seats.forEach(({ approvers }, n) =>
    approvers.forEach((seat, a) => need('seat', seat, ['seats', n, 'approvers', a])),
  );
  document.posts.forEach(({ persona, channel }, n) => {
    need('persona', persona, ['posts', n, 'persona']);
    need('channel', channel, ['posts', n, 'channel']);
  });
  document.chatter.forEach(({ channel }, n) => need('channel', channel, ['chatter', n, 'channel']));
  document.plan.forEach(({ owner }, n) => need('seat', owner, ['plan', n, 'owner']));
  document.clocks.forEach(({ seat, authority }, n) => {
    need('seat', seat, ['clocks', n, 'seat']);
    need('partner', authority, ['clocks', n, 'authority']);
  });
  document.standIns.forEach(({ seat, action }, n) => {
    need('seat', seat, ['standIns', n, 'seat']);
    const here = ['standIns', n, 'action'];
    if ('message' in action) {
      need('seat', action.message.to, [...here, 'message', 'to']);
      if (action.message.about !== undefined)
        need('post', action.message.about, [...here, 'message', 'about']);
    }
    if ('triage' in action) need('post', action.triage.post, [...here, 'triage', 'post']);
    if ('notify' in action) need('clock', action.notify, [...here, 'notify']);
  });
}

function knownKeys({ document, injects }: Checked): Record<Kind, ReadonlySet<string>> {
  const keys = (list: readonly { key: string }[]) => new Set(list.map(({ key }) => key));
  return {
    seat: keys(document.seats),
    persona: keys(document.personas),
    partner: keys(document.partners),
    channel: keys(document.channels),
    phase: keys(document.phases),
    objective: keys(document.objectives),
    variable: keys(document.variables),
    clock: keys(document.clocks),
    post: keys(document.posts),
    inject: keys(injects.map(({ inject }) => inject)),
    card: keys(injects.flatMap(({ inject }) => inject.card ?? [])),
  };
}

function optionsOf(document: ScenarioDocument): Map<string, Set<string>> {
  const cards = [...document.items, ...document.deck].flatMap(({ card }) => card ?? []);
  return new Map(cards.map(({ key, options }) => [key, new Set(options.map((option) => option.key))]));
}

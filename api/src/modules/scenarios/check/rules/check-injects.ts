import { ALERT_LEVELS, TIERS, type ScenarioDocument } from '@readyroom/contract';
import type { Checked, PlacedInject, Say } from '../finding.js';

type Expected = ScenarioDocument['items'][number]['expected'][number];

/** More injects than this, asking one seat to act within a quarter of an hour, and nobody keeps up. */
const MOST_AT_ONCE = 4;
const WINDOW_MINUTES = 15;

/** Every inject comes at some time, asks somebody for something, and its card can be answered. */
export function checkInjects(checked: Checked): void {
  for (const placed of checked.injects) {
    checkTime(placed, checked);
    checkAsks(placed, checked.say);
    checkCard(placed, checked.say);
    placed.inject.expected.forEach((expected, n) => checkExpected(expected, n, placed, checked));
  }
  checkLoad(checked);
}

function checkTime({ inject, list, path }: PlacedInject, { document, say }: Checked): void {
  const { at, when } = inject;
  if (list === 'deck') {
    if (at !== undefined || when !== undefined)
      say(
        [...path, at === undefined ? 'when' : 'at'],
        'An inject of the deck is fired by hand: remove “at” and “when”, or move it to msel.yaml',
        '预备注入由导调手动触发：请去掉“at”和“when”，或移到 msel.yaml',
      );
  } else if ((at === undefined) === (when === undefined))
    say(
      path,
      'An inject of the list has either “at” or “when”: keep exactly one, or move it to deck.yaml',
      '清单中的注入只能有“at”或“when”之一：请只留一个，或移到 deck.yaml',
    );
  if (at !== undefined && at >= document.durationMinutes)
    say(
      [...path, 'at'],
      `The run ends at minute ${document.durationMinutes}: this inject would never be delivered`,
      `演练在第 ${document.durationMinutes} 分钟结束：这条注入永远不会送达`,
    );
}

function checkAsks({ inject, list, path }: PlacedInject, say: Say): void {
  if (list === 'items' && inject.to !== 'feed' && !inject.card && inject.expected.length === 0)
    say(
      path,
      'This inject is addressed to somebody and asks for nothing: add an expected action or a card',
      '这条注入有收件席位却不要求任何行动：请加上预期行动或决策卡',
    );
}

function checkCard({ inject, path }: PlacedInject, say: Say): void {
  const { card, to } = inject;
  if (!card) return;
  if (to === 'feed' || !to.includes(card.seat))
    say(
      [...path, 'card', 'seat'],
      `The card is for “${card.seat}”, who does not get the inject: add the seat to “to”`,
      `决策卡给“${card.seat}”，但该席位收不到这条注入：请把它加进“to”`,
    );
  if (!card.options.some(({ key }) => key === card.default))
    say(
      [...path, 'card', 'default'],
      `The default “${card.default}” is none of the options: use ${card.options.map(({ key }) => key).join(', ')}`,
      `默认选项“${card.default}”不在选项之中：可用 ${card.options.map(({ key }) => key).join('、')}`,
    );
}

function checkExpected(
  expected: Expected,
  n: number,
  { inject, path }: PlacedInject,
  checked: Checked,
): void {
  const { document, say } = checked;
  const here = [...path, 'expected', n];
  const { kind, to, seat } = expected;
  if (inject.to !== 'feed' && kind === 'acknowledge' && !inject.to.includes(seat))
    say(
      [...here, 'seat'],
      `“${seat}” does not get this inject and cannot acknowledge it: add the seat to “to”`,
      `“${seat}”收不到这条注入，无法签收：请把它加进“to”`,
    );
  switch (kind) {
    case 'notify':
      if (to === undefined)
        say(
          here,
          '“notify” needs “to” with the key of a clock: add it',
          '“notify”要用“to”写明法定时限的键：请补上',
        );
      return;
    case 'raise_alert':
      if (!(ALERT_LEVELS as readonly (string | undefined)[]).includes(to))
        say(
          to === undefined ? here : [...here, 'to'],
          `“raise_alert” needs “to” with an alert level: use ${ALERT_LEVELS.join(', ')}`,
          `“raise_alert”要用“to”写明预警等级：可用 ${ALERT_LEVELS.join('、')}`,
        );
      return;
    case 'decide':
      if (!inject.card || inject.card.seat !== seat || (to !== undefined && to !== inject.card.key))
        say(
          here,
          '“decide” is about the card of its own inject and the seat of that card: add the card or correct the seat',
          '“decide”指本条注入的决策卡及其席位：请补上决策卡或改正席位',
        );
      return;
    case 'escalate':
    case 'message':
      if (kind === 'escalate') checkUpwards(expected, here, document, say);
      if (to === seat)
        say(
          [...here, 'to'],
          'A seat does not write to itself: name another',
          '席位不会给自己发消息：请换一个',
        );
      return;
    default:
      if (to !== undefined)
        say([...here, 'to'], `“${kind}” takes no “to”: remove it`, `“${kind}”不用写“to”：请去掉`);
  }
}

/** Lowest first. */
const LADDER = ['frontline', 'manager', 'executive'] as const satisfies readonly (typeof TIERS)[number][];

function checkUpwards(
  { seat, to }: Expected,
  here: (string | number)[],
  { seats }: ScenarioDocument,
  say: Say,
): void {
  const height = (key: string | undefined) => {
    const tier = seats.find((other) => other.key === key)?.tier;
    return tier === undefined ? undefined : LADDER.indexOf(tier);
  };
  const from = height(seat);
  if (from === undefined) return;
  const top = Math.max(...seats.map(({ key }) => height(key)!));
  const target = to === undefined ? top : height(to);
  if (target !== undefined && target <= from)
    say(
      to === undefined ? here : [...here, 'to'],
      `“${seat}” cannot escalate to a seat that is not above it: name a seat of a higher tier`,
      `“${seat}”只能向更高层级上报：请写更高层级的席位`,
    );
}

/** Only what comes at a set minute can be counted; what answers to the play comes when it comes. */
function checkLoad({ document, injects, say }: Checked): void {
  for (const { key } of document.seats) {
    const asking = injects
      .filter(({ inject }) => inject.at !== undefined)
      .filter(({ inject }) => inject.card?.seat === key || inject.expected.some(({ seat }) => seat === key))
      .sort((a, b) => a.inject.at! - b.inject.at!);
    const first = asking.findIndex(
      ({ inject }, n) =>
        n >= MOST_AT_ONCE && inject.at! - asking[n - MOST_AT_ONCE]!.inject.at! < WINDOW_MINUTES,
    );
    if (first < 0) continue;
    const { inject, path } = asking[first]!;
    const since = asking[first - MOST_AT_ONCE]!.inject.at!;
    say(
      [...path, 'at'],
      `“${key}” is asked to act by more than ${MOST_AT_ONCE} injects between minutes ${since} and ${inject.at}: move one, or ask another seat`,
      `第 ${since} 至 ${inject.at} 分钟有超过 ${MOST_AT_ONCE} 条注入要求“${key}”行动：请错开时间或改由其他席位承担`,
    );
  }
}

import { TIERS } from '@readyroom/contract';
import type { Checked } from '../finding.js';

const SOLO_MINUTES = 10;
const SOLO_SLACK = 0.5;
const TIER_ZH = { executive: '高层', manager: '中层', frontline: '一线' } as const;

/** Every tier plays, every seat has something to do, statements find their way out, and a solo run fits its ten minutes. */
export function checkCast(checked: Checked): void {
  checkSeats(checked);
  checkApproval(checked);
  checkSolo(checked);
  checkObjectives(checked);
  checkAuthorities(checked);
}

function checkSeats({ document, injects, say }: Checked): void {
  for (const tier of TIERS)
    if (!document.seats.some((seat) => seat.tier === tier))
      say(['seats'], `No seat is for the tier ${tier}: add one`, `没有${TIER_ZH[tier]}席位：请补上`);
  document.seats.forEach(({ key }, n) => {
    const acts = injects.some(
      ({ inject }) => inject.card?.seat === key || inject.expected.some(({ seat }) => seat === key),
    );
    if (!acts)
      say(
        ['seats', n],
        `No inject asks anything of “${key}”: add an expected action or a card, or remove the seat`,
        `没有注入要求“${key}”做任何事：请加上预期行动或决策卡，或删除该席位`,
      );
  });
}

function checkApproval({ document, injects, say }: Checked): void {
  const { seats } = document;
  const seatOf = (key: string) => seats.find((seat) => seat.key === key);
  if (!seats.some(({ mayPublish }) => mayPublish))
    say(
      ['seats'],
      'No seat may publish statements: give one “mayPublish: true”',
      '没有席位可以发布声明：请给一个席位写上“mayPublish: true”',
    );
  seats.forEach(({ key, approvers }, n) => {
    if (new Set(approvers).size < approvers.length)
      say(
        ['seats', n, 'approvers'],
        'A seat approves once: remove the repetition',
        '每个席位只审批一次：请去掉重复',
      );
    if (reaches(key, key, seatOf, new Set()))
      say(
        ['seats', n, 'approvers'],
        `The approval of “${key}” leads back to itself: break the circle`,
        `“${key}”的审批链又回到自己：请断开循环`,
      );
  });
  for (const { inject, path } of injects)
    inject.expected.forEach(({ kind, seat }, e) => {
      const author = seatOf(seat);
      if ((kind !== 'statement' && kind !== 'correction') || !author) return;
      const last = seatOf(author.approvers.at(-1) ?? seat);
      if (!author.mayPublish && last && !last.mayPublish)
        say(
          [...path, 'expected', e, 'seat'],
          `Neither “${seat}” nor the last approver may publish a statement: give one of them “mayPublish: true”`,
          `“${seat}”和最后的审批席位都不能发布声明：请给其中一个写上“mayPublish: true”`,
        );
    });
}

function reaches(
  from: string,
  goal: string,
  seatOf: (key: string) => { approvers: string[] } | undefined,
  seen: Set<string>,
): boolean {
  return (seatOf(from)?.approvers ?? []).some((next) => {
    if (next === goal) return true;
    if (seen.has(next)) return false;
    seen.add(next);
    return reaches(next, goal, seatOf, seen);
  });
}

function checkSolo({ document, injects, say }: Checked): void {
  const { solo, seats } = document;
  const minutes = solo.durationMinutes / solo.rate;
  if (Math.abs(minutes - SOLO_MINUTES) > SOLO_SLACK)
    say(
      ['solo', 'rate'],
      `A solo run would take ${Math.round(minutes * 10) / 10} minutes: choose durationMinutes and rate so that it takes ${SOLO_MINUTES}`,
      `自助演练将用时 ${Math.round(minutes * 10) / 10} 分钟：请调整 durationMinutes 和 rate，使其为 ${SOLO_MINUTES} 分钟`,
    );
  if (solo.durationMinutes > document.durationMinutes)
    say(
      ['solo', 'durationMinutes'],
      'A solo run is no longer than the whole scenario: lower durationMinutes',
      '自助演练不能长于完整情景：请调小 durationMinutes',
    );
  for (const tier of TIERS) {
    const key = solo.seats[tier];
    const seat = seats.find((other) => other.key === key);
    if (seat && seat.tier !== tier)
      say(
        ['solo', 'seats', tier],
        `“${key}” is a seat of the tier ${seat.tier}: name a seat of the tier ${tier}`,
        `“${key}”是${TIER_ZH[seat.tier]}席位：请写${TIER_ZH[tier]}席位`,
      );
    const asked = injects.some(
      ({ inject }) =>
        inject.at !== undefined &&
        inject.at < solo.durationMinutes &&
        (inject.card?.seat === key || inject.expected.some((expected) => expected.seat === key)),
    );
    if (seat && !asked)
      say(
        ['solo', 'seats', tier],
        `No timed inject asks anything of “${key}” in the first ${solo.durationMinutes} minutes: a solo run would be empty`,
        `前 ${solo.durationMinutes} 分钟没有定时注入要求“${key}”行动：自助演练会无事可做`,
      );
  }
}

function checkObjectives({ document, injects, say }: Checked): void {
  document.objectives.forEach(({ key }, n) => {
    if (!injects.some(({ inject }) => inject.objectives.includes(key)))
      say(
        ['objectives', n],
        `No inject serves the objective “${key}”: name it at an inject, or remove it`,
        `没有注入对应演练目标“${key}”：请在某条注入写上它，或删除`,
      );
  });
}

function checkAuthorities({ document, say }: Checked): void {
  document.clocks.forEach(({ authority }, n) => {
    const partner = document.partners.find(({ key }) => key === authority);
    if (partner && partner.kind !== 'authority')
      say(
        ['clocks', n, 'authority'],
        `“${authority}” is no authority: a statutory clock names a partner of the kind “authority”`,
        `“${authority}”不是主管部门：法定时限须指向 kind 为“authority”的外部单位`,
      );
  });
}

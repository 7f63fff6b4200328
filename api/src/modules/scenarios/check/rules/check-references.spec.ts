import { expectNamed, type Mistake } from '../../testing/mistakes.js';

const dangling = (
  file: Mistake['file'],
  from: string | RegExp,
  to: string,
  kind: string,
  at = to,
): Mistake => ({
  what: `a ${kind} that is not there is named by “${to}”`,
  file,
  from,
  to,
  at,
  says: new RegExp(`^There is no ${kind} “`),
});

const MISTAKES: Mistake[] = [
  dangling('msel', 'phase: signal', 'phase: sleep', 'phase'),
  dangling('msel', 'from: persona:diner', 'from: persona:dinner', 'persona'),
  dangling('msel', 'from: partner:cloud', 'from: partner:rain', 'partner'),
  dangling('msel', 'from: seat:lead', 'from: seat:leads', 'seat'),
  dangling('msel', 'channel: hotline', 'channel: coldline', 'channel'),
  dangling('msel', 'to: [desk]', 'to: [desks]', 'seat'),
  dangling('msel', 'owner: desk', 'owner: disk', 'seat'),
  dangling('msel', 'objectives: [notice]', 'objectives: [notices]', 'objective'),
  dangling('msel', 'seat: desk, within: 10', 'seat: dusk, within: 10', 'seat', 'dusk'),
  dangling('msel', ', to: lead }', ', to: leader }', 'seat'),
  dangling('msel', '      seat: lead\n', '      seat: led\n', 'seat', 'seat: led'),
  dangling('msel', 'variable: restored, to', 'variable: repaired, to', 'variable', 'repaired'),
  dangling('msel', 'variable: restored, is', 'variable: repaired, is', 'variable', 'repaired'),
  dangling('msel', '- phase: storm', '- phase: rain', 'phase'),
  dangling('msel', '- phase: storm', '- fire: nothing', 'inject'),
  dangling('msel', '{ after: 80 }', '{ delivered: nothing }', 'inject', 'nothing'),
  dangling('msel', '{ after: 80 }', '{ decided: { card: nothing, option: now } }', 'card', 'nothing'),
  dangling('msel', '{ after: 80 }', '{ expired: nothing }', 'card', 'nothing'),
  dangling('msel', '{ after: 80 }', '{ notified: nothing }', 'clock', 'nothing'),
  dangling('msel', '{ after: 80 }', '{ escalated: p99 }', 'post', 'p99'),
  dangling('scenario', 'executive: head', 'executive: nobody', 'seat', 'nobody'),
  dangling('cast', 'approvers: [lead, head]', 'approvers: [lead, boss]', 'seat'),
  dangling('feed', 'key: p1, at: 1, persona: diner', 'key: p1, at: 1, persona: ghost', 'persona', 'ghost'),
  dangling('feed', 'persona: fan, channel: microblog', 'persona: fan, channel: radio', 'channel', 'radio'),
  dangling('feed', '    channel: microblog\n', '    channel: radio\n', 'channel', 'radio'),
  dangling('plan', 'owner: desk', 'owner: dosk', 'seat'),
  dangling('plan', '    seat: lead\n    basis', '    seat: lad\n    basis', 'seat', 'seat: lad'),
  dangling('plan', 'authority: bureau', 'authority: burau', 'partner'),
  dangling('plan', 'message: { to: lead', 'message: { to: leed', 'seat', 'leed'),
  dangling('plan', 'notify: outage-report', 'notify: outage', 'clock'),
  {
    what: 'a key was mistyped',
    file: 'msel',
    from: 'channel: hotline',
    to: 'channel: hotlin',
    at: 'hotlin',
    says: /did you mean “hotline”\?$/,
  },
  {
    what: 'an option is unknown',
    file: 'msel',
    from: '{ after: 80 }',
    to: '{ decided: { card: vouchers, option: never } }',
    at: 'never',
    says: /The card “vouchers” has no option “never”: use now, later/,
  },
  {
    what: 'a course is unknown',
    file: 'scenario',
    from: 'course: first-hour',
    to: 'course: last-hour',
    at: 'course: last-hour',
    says: /There is no course “last-hour”: use first-hour/,
  },
  ...(
    [
      ['cast', 'key: lead', 'key: head'],
      ['cast', 'key: rider', 'key: diner'],
      ['cast', 'key: mail', 'key: microblog'],
      ['cast', 'key: cloud', 'key: bureau'],
      ['scenario', 'key: calm', 'key: storm'],
      ['scenario', 'key: coordinate', 'key: notice'],
      [
        'scenario',
        '- { key: restored, initial: false }',
        '- { key: restored, initial: false }\n  - { key: restored, initial: true }',
      ],
      ['msel', 'key: hotline-rises', 'key: first-post'],
      ['deck', 'key: nudge', 'key: first-post'],
      ['msel', 'key: vouchers', 'key: who-checks'],
      ['msel', 'key: later', 'key: now'],
      ['feed', 'key: p2', 'key: p1'],
    ] as const
  ).map(([file, from, to]): Mistake => ({
    what: `“${from}” becomes “${to}” and stands twice`,
    file,
    from,
    to,
    at: to.split('\n').at(-1)!.trim(),
    says: /^The key “[a-z0-9-]+” is used twice/,
  })),
];

describe('scenario check: keys', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);
});

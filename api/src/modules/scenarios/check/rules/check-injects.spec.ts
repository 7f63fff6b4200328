import { expectNamed, type Mistake } from '../../testing/mistakes.js';

const MISTAKES: Mistake[] = [
  {
    what: 'an inject of the list has no time',
    file: 'msel',
    from: '    at: 30\n',
    to: '',
    at: 'id:',
    says: /either “at” or “when”/,
  },
  {
    what: 'an inject of the list has both a time and a condition',
    file: 'msel',
    from: '    at: 30\n',
    to: '    at: 30\n    when: { after: 5 }\n',
    at: 'id:',
    says: /either “at” or “when”/,
  },
  {
    what: 'an inject of the deck has a time',
    file: 'deck',
    from: '    from: control',
    to: '    at: 9\n    from: control',
    at: 'at: 9',
    says: /fired by hand: remove “at”/,
  },
  {
    what: 'an inject comes after the end',
    file: 'msel',
    from: 'at: 95',
    to: 'at: 120',
    at: 'at: 120',
    says: /The run ends at minute 120/,
  },
  {
    what: 'an inject asks nothing of those who get it',
    file: 'msel',
    from: /    expected:\n.*kind: sitrep.*\n/,
    to: '',
    at: 'id:',
    says: /asks for nothing: add an expected action or a card/,
  },
  {
    what: 'nobody owns an inject',
    file: 'msel',
    from: '    owner: head\n',
    to: '',
    at: 'id:',
    says: /“owner” is missing: add it/,
  },
  {
    what: 'a card goes to a seat that does not get the inject',
    file: 'msel',
    from: '      seat: head\n',
    to: '      seat: desk\n',
    at: 'seat: desk',
    says: /who does not get the inject: add the seat to “to”/,
  },
  {
    what: 'the default is no option',
    file: 'msel',
    from: 'default: later',
    to: 'default: never',
    at: 'default: never',
    says: /none of the options: use now, later/,
  },
  {
    what: 'somebody should acknowledge what they do not get',
    file: 'deck',
    from: 'kind: acknowledge, seat: desk',
    to: 'kind: acknowledge, seat: lead',
    at: 'seat: lead',
    says: /cannot acknowledge it/,
  },
  {
    what: 'a notification names no clock',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: notify, seat: lead',
    at: 'kind: notify',
    says: /“notify” needs “to” with the key of a clock/,
  },
  {
    what: 'an alert names no level',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: raise_alert, seat: lead',
    at: 'kind: raise_alert',
    says: /use blue, yellow, orange, red/,
  },
  {
    what: 'an alert names a level that is none',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: raise_alert, to: purple, seat: lead',
    at: 'to: purple',
    says: /use blue, yellow, orange, red/,
  },
  {
    what: 'a decision is expected without a card',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: decide, seat: lead',
    at: 'kind: decide',
    says: /add the card or correct the seat/,
  },
  {
    what: 'an escalation goes down',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: escalate, to: desk, seat: lead',
    at: 'to: desk',
    says: /cannot escalate to a seat that is not above it/,
  },
  {
    what: 'the highest seat should escalate',
    file: 'deck',
    from: 'kind: acknowledge, seat: desk',
    to: 'kind: escalate, seat: head',
    at: 'kind: escalate',
    says: /cannot escalate/,
  },
  {
    what: 'a seat should write to itself',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: message, to: lead, seat: lead',
    at: 'to: lead, seat: lead',
    says: /does not write to itself/,
  },
  {
    what: 'an action that needs no target has one',
    file: 'msel',
    from: 'kind: sitrep, seat: lead',
    to: 'kind: sitrep, to: head, seat: lead',
    at: 'kind: sitrep',
    says: /“sitrep” takes no “to”: remove it/,
  },
  {
    what: 'one seat is asked too much at once',
    file: 'msel',
    from: '  - id: 00000000-0000-4000-8000-00000000201a',
    to: `${[8, 10, 16, 19].map(busy).join('')}  - id: 00000000-0000-4000-8000-00000000201a`,
    at: 'at: 19',
    says: /“desk” is asked to act by more than 4 injects between minutes 5 and 19: move one/,
  },
];

function busy(at: number): string {
  const id = (n: number) => `00000000-0000-4000-8000-0000000030${String(at).padStart(2, '0').slice(-1)}${n}`;
  return `  - id: ${id(1)}
    key: busy-${at}
    title: { zh: 追问, en: One more question }
    phase: signal
    at: ${at}
    from: control
    channel: mail
    to: [desk]
    text: { zh: 还有多少投诉没有回复？, en: How many complaints are open? }
    owner: desk
    objectives: [notice]
    expected:
      - { id: ${id(2)}, kind: acknowledge, seat: desk, within: 5, what: { zh: 签收, en: Acknowledge } }
`;
}

describe('scenario check: injects', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);
});

import { expectNamed, type Mistake } from '../../testing/mistakes.js';

const MISTAKES: Mistake[] = [
  {
    what: 'a tier has no seat',
    file: 'cast',
    from: 'tier: manager',
    to: 'tier: executive',
    at: 'seats:',
    says: /No seat is for the tier manager: add one/,
  },
  {
    what: 'a seat has nothing to do',
    file: 'cast',
    from: 'personas:',
    to: `  - id: 00000000-0000-4000-8000-000000003001
    key: idle
    tier: manager
    title: { zh: 法务, en: Counsel }
    department: { zh: 法务部, en: Legal }
    duties: { zh: 旁听。, en: Listens. }
personas:`,
    at: '3001',
    says: /No inject asks anything of “idle”/,
  },
  {
    what: 'nobody may publish',
    file: 'cast',
    from: '    mayPublish: true\n',
    to: '',
    at: 'seats:',
    says: /No seat may publish statements/,
  },
  {
    what: 'who should write a statement cannot get it published',
    file: 'cast',
    from: 'approvers: [head]',
    to: 'approvers: [head, desk]',
    at: 'seat: lead, within: 30',
    says: /Neither “lead” nor the last approver may publish/,
    namedIn: 'msel',
  },
  {
    what: 'approval goes round in a circle',
    file: 'cast',
    from: '    mayPublish: true\n',
    to: '    mayPublish: true\n    approvers: [desk]\n',
    at: 'approvers: [desk]',
    says: /The approval of “head” leads back to itself: break the circle/,
  },
  {
    what: 'a seat approves twice',
    file: 'cast',
    from: 'approvers: [lead, head]',
    to: 'approvers: [lead, lead]',
    at: 'approvers: [lead, lead]',
    says: /approves once/,
  },
  {
    what: 'a solo run takes too long',
    file: 'scenario',
    from: 'rate: 6',
    to: 'rate: 5',
    at: 'rate: 5',
    says: /would take 12 minutes: choose durationMinutes and rate so that it takes 10/,
  },
  {
    what: 'a solo run is longer than the scenario',
    file: 'scenario',
    from: '  durationMinutes: 60\n  rate: 6',
    to: '  durationMinutes: 180\n  rate: 18',
    at: 'durationMinutes: 180',
    says: /no longer than the whole scenario/,
  },
  {
    what: 'a solo seat is of another tier',
    file: 'scenario',
    from: 'manager: lead',
    to: 'manager: head',
    at: 'manager: head',
    says: /“head” is a seat of the tier executive: name a seat of the tier manager/,
  },
  {
    what: 'a solo seat has nothing to do in ten minutes',
    file: 'msel',
    from: 'at: 40',
    to: 'at: 70',
    at: 'seats:',
    says: /No timed inject asks anything of “head” in the first 60 minutes/,
    namedIn: 'scenario',
  },
  {
    what: 'an objective has no inject',
    file: 'scenario',
    from: 'variables:',
    to: `  - id: 00000000-0000-4000-8000-000000003002
    key: learn
    title: { zh: 复盘, en: Learn from it }
    tiers: [manager]
    course: first-hour
variables:`,
    at: '3002',
    says: /No inject serves the objective “learn”/,
  },
  {
    what: 'a clock runs for somebody who is no authority',
    file: 'plan',
    from: 'authority: bureau',
    to: 'authority: cloud',
    at: 'authority: cloud',
    says: /“cloud” is no authority/,
  },
];

describe('scenario check: cast', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);
});

import { checkEverything } from '../check-scenarios.js';
import { expectNamed, soundContent, type Mistake } from '../../testing/mistakes.js';

/** Replaces the condition of the last conditional inject by one that can never hold. */
const dead = (what: string, condition: string): Mistake => ({
  what,
  file: 'msel',
  from: 'when: { any: [{ variable: restored, is: true }, { after: 80 }] }',
  to: `when: ${condition}`,
  at: condition,
  says: /This can never hold, so the inject would never be delivered/,
});

const MISTAKES: Mistake[] = [
  dead('a condition waits for the time after the end', '{ after: 120 }'),
  dead('a share above everything is asked for', '{ measure: negative_share, above: 100 }'),
  dead('heat above the scale is asked for', '{ measure: heat, above: 100 }'),
  dead('a silence longer than the run is asked for', '{ measure: silence, above: 120 }'),
  dead('fewer posts than none are asked for', '{ measure: volume, below: 0 }'),
  dead('an inject waits for itself', '{ delivered: app-returns }'),
  dead(
    'two options of one card are asked for at once',
    '{ all: [{ decided: { card: vouchers, option: now } }, { decided: { card: vouchers, option: later } }] }',
  ),
  dead(
    'two values of a variable are asked for at once',
    '{ all: [{ variable: restored, is: true }, { variable: restored, is: false }] }',
  ),
];

describe('scenario check: branches', () => {
  it.each(MISTAKES)('when $what it should name file and line', expectNamed);

  it('when an inject waits for the escalation of a post that never comes it should be named', async () => {
    const files = (await soundContent()).map((file) =>
      file.name.endsWith('feed.yaml')
        ? { ...file, text: file.text.replace('key: p12, at: 70,', 'key: p12, at: 70, when: { after: 500 },') }
        : file.name.endsWith('msel.yaml')
          ? {
              ...file,
              text: file.text.replace(
                'when: { any: [{ variable: restored, is: true }, { after: 80 }] }',
                'when: { escalated: p12 }',
              ),
            }
          : file,
    );
    expect(
      checkEverything(files).problems.map(({ file, message }) => [file.split('/').at(-1), message]),
    ).toEqual(
      expect.arrayContaining([
        ['feed.yaml', expect.stringMatching(/can never hold, so this part would never be played/)],
        ['msel.yaml', expect.stringMatching(/can never hold, so the inject would never be delivered/)],
      ]),
    );
  });

  const OTHERS: Mistake[] = [
    {
      what: 'nothing sets a variable to what a condition asks for',
      file: 'msel',
      from: 'set: { variable: restored, to: true }',
      to: 'set: { variable: restored, to: false }',
      at: 'is: true',
      says: /This can never hold, so this alternative is none/,
    },
    {
      what: 'posts wait for what can never be',
      file: 'feed',
      from: 'when: { statement: any }',
      to: 'when: { after: 500 }',
      at: 'after: 500',
      says: /so this part would never be played/,
    },
    {
      what: 'a scripted post waits for what can never be',
      file: 'feed',
      from: 'key: p11, at: 50,',
      to: 'key: p11, at: 50, when: { after: 500 },',
      at: 'key: p11',
      says: /can never hold, so this part would never be played/,
    },
    {
      what: 'a clock can never start',
      file: 'plan',
      from: 'starts: { after: 20 }',
      to: 'starts: { after: 200 }',
      at: 'after: 200',
      says: /can never hold/,
    },
    {
      what: 'a phase begins after the end',
      file: 'scenario',
      from: 'at: 90',
      to: 'at: 130',
      at: 'at: 130',
      says: /The phase “calm” begins after the end of the run and no effect leads to it/,
    },
    {
      what: 'the first phase begins late',
      file: 'scenario',
      from: 'en: First signs }, at: 0',
      to: 'en: First signs }, at: 1',
      at: 'at: 1',
      says: /first phase begins at minute 0/,
    },
    {
      what: 'phases stand out of order',
      file: 'scenario',
      from: 'at: 90',
      to: 'at: 30',
      at: 'key: calm',
      says: /in the order in which they begin/,
    },
    {
      what: 'a variable is never read',
      file: 'scenario',
      from: '- { key: restored, initial: false }',
      to: '- { key: restored, initial: false }\n  - { key: angry, initial: 0 }',
      at: 'angry',
      says: /No condition reads the variable “angry”: use it or remove it/,
    },
    {
      what: 'a variable is set to a value of another kind',
      file: 'msel',
      from: 'set: { variable: restored, to: true }',
      to: 'set: { variable: restored, to: 1 }',
      at: 'to: 1',
      says: /“restored” is true or false: use a value of this kind/,
    },
  ];
  it.each(OTHERS)('when $what it should name file and line', expectNamed);
});

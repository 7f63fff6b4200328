import type { Answer, AttemptQuestion, OpenAttempt } from '@readyroom/contract';
import { answered, flagged, joined, newSheet, stateOf, unknownToServer } from './sheet.js';

const truth = (value: boolean): Answer => ({ type: 'boolean', value });
const attempt = (answers: OpenAttempt['answers'] = []): OpenAttempt => ({
  id: 'a',
  quizId: 'q',
  courseId: 'c',
  kind: 'graded',
  number: 1,
  quizTitle: { zh: '测验', en: 'Quiz' },
  passPercent: 80,
  startedAt: '2026-11-22T08:00:00.000Z',
  endsAt: null,
  serverTime: '2026-11-22T08:00:00.000Z',
  questions: [],
  answers,
});

describe('answered', () => {
  it('should always grow above the sequence number last seen, even when the clock is behind', () => {
    const sheet = newSheet(attempt([{ position: 1, seq: 900, answer: truth(true) }]), 'key');
    const first = answered(sheet, 1, truth(false), 500);
    expect(first.answers[1]).toEqual({ seq: 901, answer: truth(false) });
    expect(answered(first, 1, null, 2_000).answers[1]).toEqual({ seq: 2_000, answer: null });
  });
});

describe('joined', () => {
  const mine = answered(newSheet(attempt(), 'key'), 1, truth(true), 100);
  it('when the server has a newer answer it should take that', () =>
    expect(
      joined(mine, attempt([{ position: 1, seq: 101, answer: truth(false) }])).answers[1]?.answer,
    ).toEqual(truth(false)));
  it('when this device has the newer one it should keep it and know that the server lacks it', () => {
    const sheet = joined(mine, attempt([{ position: 1, seq: 99, answer: truth(false) }]));
    expect(sheet.answers[1]?.answer).toEqual(truth(true));
    expect(unknownToServer(sheet)).toEqual([{ position: 1, seq: 100, answer: truth(true) }]);
  });
  it('when both have the same there should be nothing to send', () =>
    expect(unknownToServer(joined(mine, attempt([{ position: 1, seq: 100, answer: truth(true) }])))).toEqual(
      [],
    ));
});

describe('flagged', () => {
  it('should put a flag and take it away', () => {
    const sheet = flagged(newSheet(attempt(), 'key'), 3);
    expect(sheet.flags).toEqual([3]);
    expect(flagged(sheet, 3).flags).toEqual([]);
  });
});

describe('stateOf', () => {
  const choice = (id: string) => ({ id, text: { zh: id, en: id } });
  const question = {
    options: [choice('o1'), choice('o2')],
    targets: [choice('t1'), choice('t2')],
  } as AttemptQuestion;
  it.each([
    [null, 'open'],
    [{ type: 'single', choice: 'o1' }, 'answered'],
    [{ type: 'multiple', choices: [] }, 'open'],
    [{ type: 'multiple', choices: ['o1'] }, 'answered'],
    [truth(false), 'answered'],
    [{ type: 'ordering', order: ['o2', 'o1'] }, 'answered'],
    [{ type: 'matching', pairs: [] }, 'open'],
    [{ type: 'matching', pairs: [{ left: 'o1', right: 't1' }] }, 'partial'],
    [
      {
        type: 'matching',
        pairs: [
          { left: 'o1', right: 't1' },
          { left: 'o2', right: 't2' },
        ],
      },
      'answered',
    ],
    [{ type: 'numeric', value: 0 }, 'answered'],
    [{ type: 'short', text: '  ' }, 'open'],
    [{ type: 'short', text: '初步声明' }, 'answered'],
  ] as [Answer | null, string][])('of %j it should be %s', (answer, state) =>
    expect(stateOf(question, answer)).toBe(state),
  );
});

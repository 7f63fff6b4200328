import { answerOf, draftOf, type HotWashDraft } from './hot-wash-draft.js';

const FULL: HotWashDraft = {
  said: { kept: ' 上报很快 ', missed: '', change: '每月核对名单' },
  sure: { before: '2', after: '4' },
  showName: true,
};

describe('answerOf', () => {
  it('should make an answer of one sentence and two numbers, without blanks around what was written', () =>
    expect(answerOf(FULL)).toEqual({
      kept: '上报很快',
      missed: '',
      change: '每月核对名单',
      confidenceBefore: 2,
      confidenceAfter: 4,
      showName: true,
    }));
  it.each([
    ['nothing is written', { said: { kept: ' ', missed: '', change: '\n' } }],
    ['the first number is missing', { sure: { before: '', after: '4' } }],
    ['the second number is missing', { sure: { before: '2', after: '' } }],
  ])('when %s it should make none', (_, missing) => expect(answerOf({ ...FULL, ...missing })).toBeNull());
  it('should come out of the draft of an answer as it was', () => {
    const answer = answerOf(FULL)!;
    expect(answerOf(draftOf(answer))).toEqual(answer);
    expect(answerOf(draftOf(null))).toBeNull();
  });
});

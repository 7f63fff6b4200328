import { COACH_CODES, CoachNote, STATEMENT_ELEMENTS, type CoachCode } from '@readyroom/contract';
import fc from 'fast-check';
import { COACH_ADVICE } from './coach-advice.js';
import { coach, microblogLength } from './coach.js';

const GOOD_ZH =
  '今天14:20我们发现部分订单信息可能被他人查看，约3200名用户受影响。我们对由此带来的担忧深表歉意。相关接口已关闭，正在逐一通知用户，热线400-000-0000。今晚20:00再次通报进展。';
const GOOD_EN =
  'At 14:20 today order details of some 3,200 customers were exposed. We are sorry. We have closed the gap and are telling everyone affected. Hotline 400-000-0000. Next update at 20:00 tonight.';

const codesOf = (text: string, ...rest: unknown[]): CoachCode[] =>
  (coach as (...args: unknown[]) => CoachNote[])(text, ...(rest.length > 0 ? rest : [[]])).map((n) => n.code);

describe('the coach', () => {
  it('has nothing to say about a good statement in either language', () => {
    expect(codesOf(GOOD_ZH)).toEqual([]);
    expect(codesOf(GOOD_EN)).toEqual([]);
  });

  it.each<[CoachCode, string, string]>([
    ['no_what_happened', '请大家放心。', 'Please stay calm.'],
    ['no_who_is_affected', '服务器发生故障。', 'An outage occurred.'],
    ['no_what_we_do', '服务器发生故障。', 'An outage occurred.'],
    ['no_next_update', '我们正在处理。', 'We are on it.'],
    ['next_update_without_time', '我们将及时公布进展。', 'We will publish updates as soon as possible.'],
    ['no_apology', '服务器发生故障。', 'An outage occurred.'],
    ['no_contact', '服务器发生故障。', 'An outage occurred.'],
    ['denial_without_evidence', '网传内容不实。', 'The claims are untrue.'],
    ['denial_unchecked', '不存在任何泄露。', 'We deny it.'],
    ['blames_users', '系用户操作不当所致。', 'This was user error.'],
    ['blames_users', '是用户自己设置错了。', 'Customers should have checked.'],
    ['legal_threat', '我们将追究造谣者的法律责任。', 'We will take legal action.'],
    ['plays_it_down', '这只是个别现象。', 'This is an isolated case.'],
    ['absolute_promise', '今后绝不会再发生。', 'It will never happen.'],
    ['speculation', '可能是黑客所为。', 'We believe it was hackers.'],
    ['jargon', '已对中间件做熔断降级。', 'We did a failover of the load balancer.'],
    ['cold_tone', '系统已恢复。', 'The system is up.'],
    ['shouting', '请相信我们！', 'Trust us!'],
    ['too_short', '已知悉。', 'Noted.'],
  ])('notes %s in Chinese and English', (code, zh, en) => {
    expect(codesOf(zh)).toContain(code);
    expect(codesOf(en)).toContain(code);
  });

  it('quotes the words it is about', () => {
    const note = coach('系用户操作不当所致。', []).find((n) => n.code === 'blames_users');
    expect(note).toEqual({
      code: 'blames_users',
      weight: 'fix',
      quote: '操作不当',
      advice: COACH_ADVICE.blames_users,
    });
    const threat = coach('停止抹黑，否则追究法律责任。', []).find((n) => n.code === 'cold_tone');
    expect(threat).toMatchObject({ weight: 'fix', quote: '抹黑' });
  });

  it('does not mistake a thing for its opposite', () => {
    expect(codesOf('这并非用户操作不当，而是我们的失误。')).not.toContain('blames_users');
    expect(codesOf('This was not user error but our mistake.')).not.toContain('blames_users');
  });

  it('takes no time for a text made to take long', () => {
    const from = performance.now();
    coach(`not${' '.repeat(1_500)}${'不是个别'.repeat(620)}`, []);
    expect(performance.now() - from).toBeLessThan(500);
  });

  it('believes what was ticked where the text cannot tell, but wants a time for an update', () => {
    const all = [...STATEMENT_ELEMENTS];
    const codes = codesOf('我们知道大家在等答案。', all);
    expect(codes).not.toContain('no_who_is_affected');
    expect(codes).toContain('no_next_update');
    expect(codes).toContain('evidence_without_reference');
  });

  it('asks of every denial whether it was checked, and for evidence only where none is named', () => {
    const denial = '网传配料含违禁成分一事不实，检测报告编号A-17可在官网查询。';
    expect(codesOf(denial, ['evidence'])).toContain('denial_unchecked');
    expect(codesOf(denial, ['evidence'])).not.toContain('denial_without_evidence');
    expect(codesOf('网传内容不实。', [])).toContain('denial_without_evidence');
  });

  it('knows nothing of the crisis: its weights do not tell whose fault it is or whether a rumour is false', () => {
    const weights = coach('网传内容不实。我们将追究造谣者的法律责任。', []).filter(({ code }) =>
      ['no_apology', 'denial_unchecked', 'legal_threat'].includes(code),
    );
    expect(weights.map(({ weight }) => weight)).toEqual(['consider', 'consider', 'consider']);
    expect(coach.length).toBe(2);
  });

  it.each([
    ['字'.repeat(140), 140, false],
    ['字'.repeat(141), 141, true],
    ['a'.repeat(280), 140, false],
    ['a'.repeat(281), 141, true],
  ])('counts the room of a microblog', (text, length, tooLong) => {
    expect(microblogLength(text)).toBe(length);
    expect(codesOf(text, [], ['microblog']).includes('too_long_for_microblog')).toBe(tooLong);
    expect(codesOf(text, [], ['official_site'])).not.toContain('too_long_for_microblog');
  });

  it('calls short what has fewer than fifteen characters', () => {
    expect(codesOf('字'.repeat(14))).toContain('too_short');
    expect(codesOf('字'.repeat(15))).not.toContain('too_short');
  });

  it('has advice in both languages for every code, and notes each code once with words from the text', () => {
    expect(Object.keys(COACH_ADVICE).sort()).toEqual([...COACH_CODES].sort());
    const texts = [
      '绝对安全',
      '不实',
      '我们',
      'never again',
      '，',
      '。',
      '20:00',
      '更新',
      '! ',
      'user error ',
      '抱歉',
    ];
    const text = fc.array(fc.constantFrom(...texts), { maxLength: 12 }).map((t) => t.join(''));
    fc.assert(
      fc.property(text, fc.subarray([...STATEMENT_ELEMENTS]), (given, elements) => {
        const notes = coach(given, elements);
        expect(new Set(notes.map((n) => n.code)).size).toBe(notes.length);
        for (const note of notes) {
          expect(CoachNote.parse(note)).toEqual(note);
          if (note.quote !== null) expect(given).toContain(note.quote);
        }
      }),
    );
  });
});

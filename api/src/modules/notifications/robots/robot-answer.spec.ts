import { readAnswer } from './robot-answer.js';

const now = new Date('2026-03-02T01:00:00.000Z');
const answer = (status: number, text: string, retryAfter: string | null = null) => ({
  status,
  text,
  retryAfter,
});

describe('readAnswer', () => {
  it.each([
    ['wecom', answer(200, '{"errcode":0,"errmsg":"ok"}'), 'ok'],
    ['wecom', answer(200, '{"errcode":93000,"errmsg":"invalid webhook url"}'), 'refused'],
    ['wecom', answer(200, '{"errcode":45009,"errmsg":"api freq out of limit"}'), 'wait'],
    ['dingtalk', answer(200, '{"errcode":0}'), 'ok'],
    ['dingtalk', answer(200, '{"errcode":310000,"errmsg":"sign not match"}'), 'refused'],
    ['dingtalk', answer(200, '{"errcode":130101,"errmsg":"send too fast"}'), 'wait'],
    ['feishu', answer(200, '{"code":0,"msg":"success"}'), 'ok'],
    ['feishu', answer(200, '{"StatusCode":0,"StatusMessage":"success"}'), 'ok'],
    ['feishu', answer(200, '{"code":19021,"msg":"sign match fail"}'), 'refused'],
    ['feishu', answer(200, '{"code":11232,"msg":"frequency limited"}'), 'wait'],
    ['feishu', answer(400, '{"code":11232,"msg":"frequency limited"}'), 'wait'],
    ['feishu', answer(200, '{"code":9499,"msg":"too many request"}'), 'wait'],
    ['feishu', answer(400, '{"code":9499,"msg":"Bad Request"}'), 'refused'],
    ['feishu', answer(400, '{"code":19002,"msg":"params error, msg_type need"}'), 'refused'],
    ['feishu', answer(200, 'a page of a proxy'), 'refused'],
    ['slack', answer(200, 'ok'), 'ok'],
    ['slack', answer(404, 'no_service'), 'refused'],
    ['teams', answer(202, ''), 'ok'],
    ['teams', answer(401, '{"error":{}}'), 'refused'],
    ['slack', answer(503, ''), 'again'],
  ] as const)('%s %j should be %s', (kind, raw, verdict) => {
    expect(readAnswer(kind, raw, now).verdict).toBe(verdict);
  });

  it('should wait as long as the far side asks, in seconds or until a date, and no more than an hour', () => {
    expect(readAnswer('slack', answer(429, '', '30'), now).waitMs).toBe(30_000);
    expect(readAnswer('slack', answer(429, '', 'Mon, 02 Mar 2026 01:02:00 GMT'), now).waitMs).toBe(120_000);
    expect(readAnswer('slack', answer(429, '', '86400'), now).waitMs).toBe(3_600_000);
    expect(readAnswer('slack', answer(429, ''), now).waitMs).toBe(60_000);
    expect(readAnswer('dingtalk', answer(200, '{"errcode":130101}'), now).waitMs).toBe(600_000);
  });
});

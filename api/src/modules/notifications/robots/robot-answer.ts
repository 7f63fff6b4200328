import type { RobotKind } from '@readyroom/contract';

export interface RawAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
}
/**
 * wait: nothing is wrong, it is too much at once; again: may be better later; unknown: the same, and it may have arrived
 * all the same; refused: will not be better.
 */
export interface RobotAnswer {
  readonly verdict: 'ok' | 'wait' | 'again' | 'unknown' | 'refused';
  readonly said: string;
  readonly waitMs: number;
}

/** Their words for "too fast", in an answer that has status 200 (Feishu also 400). */
const TOO_FAST: Partial<Record<RobotKind, readonly number[]>> = {
  wecom: [45009, 45033],
  dingtalk: [130101, 410100, 660026],
  feishu: [11232],
};
/** Feishu has one code for "too many request" and for what it cannot read. */
const FEISHU_EITHER = 9499;
/** DingTalk shuts a robot for ten minutes; the others forget within one. */
const WAIT_MS: Partial<Record<RobotKind, number>> = { dingtalk: 10 * 60_000 };
const WAIT_ELSE_MS = 60_000;
const WAIT_AT_MOST_MS = 3_600_000;
const SAID_AT_MOST = 300;

/** What an answer means. Chat systems say no with status 200 and a code in the body. */
export function readAnswer(kind: RobotKind, answer: RawAnswer, now: Date): RobotAnswer {
  const said = `${answer.status} ${answer.text.trim()}`.trim().slice(0, SAID_AT_MOST);
  const verdict = (what: RobotAnswer['verdict'], waitMs = 0): RobotAnswer => ({
    verdict: what,
    said,
    waitMs,
  });
  const pause = WAIT_MS[kind] ?? WAIT_ELSE_MS;
  if (answer.status === 429) return verdict('wait', retryAfterMs(answer.retryAfter, now) ?? pause);
  if (answer.status >= 500) return verdict('again', retryAfterMs(answer.retryAfter, now) ?? 0);
  const code = codeOf(kind, answer.text);
  const tooFast = code === FEISHU_EITHER ? /too many/i.test(answer.text) : TOO_FAST[kind]?.includes(code);
  if (tooFast) return verdict('wait', pause);
  return answer.status >= 200 && answer.status < 300 && code === 0 ? verdict('ok') : verdict('refused');
}

/** 0 = taken. */
function codeOf(kind: RobotKind, text: string): number {
  if (kind === 'slack' || kind === 'teams') return 0;
  try {
    const body = JSON.parse(text) as { errcode?: unknown; code?: unknown; StatusCode?: unknown };
    const code = kind === 'feishu' ? (body.code ?? body.StatusCode) : body.errcode;
    return typeof code === 'number' ? code : -1;
  } catch {
    return -1;
  }
}

/** Seconds, or a date. */
function retryAfterMs(value: string | null, now: Date): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 1_000), WAIT_AT_MOST_MS) : null;
}

import { randomUUID } from 'node:crypto';
import type { BriefingBoard, BriefingDocument, MyBriefing } from '@readyroom/contract';
import type { TestApp, TestPerson } from '../../support/test-app.js';

const text = (zh: string, en: string) => ({ zh, en });

export const briefing = (changes: Partial<BriefingDocument> = {}): BriefingDocument => ({
  title: text('数据泄露传闻', 'Rumour of a data leak'),
  facts: text(
    '今早 9 点起网上有人称用户数据外泄，技术正在核查。',
    'Since 9 a leak is claimed online; being checked.',
  ),
  unknown: null,
  act: null,
  say: text('我们已注意到，正在核查，会尽快公布。', 'We are aware, we are checking, we will tell you.'),
  avoid: text('不要猜测原因，不要转发截图。', 'Do not guess at causes, do not forward screenshots.'),
  ask: text('公关值班：分机 8001', 'PR desk: extension 8001'),
  checks: [],
  ...changes,
});
export const CHECK = {
  prompt: text('客户来问，先说什么？', 'A customer asks. What do you say first?'),
  options: [text('没有这回事', 'It is not true'), text('正在核查', 'We are checking')],
  correct: 1,
};
export const EVERYBODY = { all: [] };

export const sendBody = (changes: object = {}) => ({
  id: randomUUID(),
  document: briefing(),
  audience: EVERYBODY,
  withinMinutes: 30,
  ...changes,
});

/** Calls of the interface, by whoever is named. */
export const briefingDesk = (app: TestApp, hr: TestPerson) => ({
  send: async (body: object, by = hr) => (await app.as(by)).post('/briefings', body),
  board: async (id: string, by = hr): Promise<BriefingBoard> =>
    (await (await app.as(by)).get(`/briefings/${id}`).expect(200)).body as BriefingBoard,
  mine: async (person: TestPerson): Promise<MyBriefing[]> =>
    (await (await app.as(person)).get('/learn/briefings').expect(200)).body.items as MyBriefing[],
  acknowledge: async (person: TestPerson, id: string, version = 1, answers: number[] = []) =>
    (await app.as(person)).post(`/learn/briefings/${id}/acknowledge`, { version, answers }),
  inbox: async (
    person: TestPerson,
  ): Promise<{ title: { zh: string }; body: { zh: string }; link: string }[]> =>
    (await (await app.as(person)).get('/learn/inbox').expect(200)).body.items,
});

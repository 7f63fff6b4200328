import { writeLetter, type LetterFacts, type LetterKind } from './letter.js';

const facts: LetterFacts = {
  title: '季度演练',
  plannedAt: new Date('2026-03-29T08:00:00Z'),
  minutes: 40,
  timeZone: 'Europe/Berlin',
  role: 'player',
  seat: { zh: '客服主管', en: 'Head of support' },
  url: 'https://ready.example.com/drills',
};

describe('A letter about a drill', () => {
  it.each(['invited', 'changed', 'cancelled', 'opened'] as LetterKind[])(
    'when it says %s it should be marked as a drill in both languages, from subject to end',
    (kind) => {
      const zh = writeLetter(kind, facts, 'zh-CN');
      const en = writeLetter(kind, facts, 'en');
      expect(zh.subject).toMatch(/^【演练】/);
      expect(en.subject).toMatch(/^\[DRILL\] /);
      expect(zh.body).toContain('这是演练');
      expect(en.body).toContain('This is a drill');
      for (const { subject, body } of [zh, en]) expect(subject + body).not.toMatch(/[!！]/);
    },
  );

  it('should tell the time by the clock of the zone, with its offset of that day', () => {
    expect(writeLetter('invited', facts, 'en').body).toMatch(/29 March 2026.*10:00.*CEST/);
    expect(writeLetter('invited', facts, 'zh-CN').subject).toMatch(/2026年3月29日.*10:00/);
    const winter = { ...facts, plannedAt: new Date('2026-03-27T08:00:00Z') };
    expect(writeLetter('invited', winter, 'en').body).toMatch(/09:00 CET/);
  });

  it('should name the part, with the seat if there is one', () => {
    expect(writeLetter('invited', facts, 'zh-CN').body).toContain('您的角色：参演人员（客服主管）');
    expect(writeLetter('invited', { ...facts, role: 'observer', seat: null }, 'en').body).toContain(
      'Your part: observer\n',
    );
  });
});

import { drillCalendar, type DrillEventFacts } from './drill-event.js';

const facts: DrillEventFacts = {
  occurrenceId: 'o1',
  plannedAt: new Date('2026-03-10T03:00:00Z'),
  minutes: 45,
  sequence: 3,
  cancelled: false,
  summary: '【演练】a, b; c',
  description: 'one\ntwo',
  url: 'https://ready.example.com/drills',
  organizer: { name: 'Readyroom', email: 'drills@example.com' },
  attendee: { name: 'Li; "Lei"', email: 'li@example.com' },
};
const about = { host: 'ready.example.com', stamp: new Date('2026-03-02T01:00:00Z') };
const write = (more: Partial<DrillEventFacts> = {}, method: 'REQUEST' | 'CANCEL' = 'REQUEST') =>
  drillCalendar(method, [{ ...facts, ...more }], about)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');

describe('drillCalendar', () => {
  it('should write one occurrence as an entry of its own, in UTC', () => {
    const lines = write();
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:drill-o1@ready.example.com',
        'SEQUENCE:3',
        'DTSTAMP:20260302T010000Z',
        'DTSTART:20260310T030000Z',
        'DTEND:20260310T034500Z',
        'STATUS:CONFIRMED',
        'SUMMARY:【演练】a\\, b\\; c',
        'DESCRIPTION:one\\ntwo',
      ]),
    );
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toContain('mailto:drills@example.com');
  });

  it('should never point into a series that calendars were not given', () => {
    const text = drillCalendar('PUBLISH', [facts, { ...facts, occurrenceId: 'o2' }], about);
    expect(text).not.toMatch(/RECURRENCE-ID|RRULE/);
    expect(text.match(/^UID:.*$/gm)).toEqual([
      'UID:drill-o1@ready.example.com',
      'UID:drill-o2@ready.example.com',
    ]);
  });

  it('should call off by the same UID and a higher number', () => {
    const lines = write({ cancelled: true, sequence: 4 }, 'CANCEL');
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:CANCEL',
        'UID:drill-o1@ready.example.com',
        'SEQUENCE:4',
        'STATUS:CANCELLED',
      ]),
    );
  });

  it('should put due days in as whole days that keep nobody busy', () => {
    const lines = drillCalendar('PUBLISH', [], {
      ...about,
      days: [{ id: 'g1-1', day: '2026-04-01', summary: '培训到期', url: 'https://ready.example.com/' }],
    }).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:due-g1-1@ready.example.com',
        'DTSTART;VALUE=DATE:20260401',
        'TRANSP:TRANSPARENT',
        'SUMMARY:培训到期',
      ]),
    );
  });

  it('should fold lines at 75 bytes and end them as the standard has it', () => {
    const text = drillCalendar('REQUEST', [{ ...facts, summary: '演练'.repeat(60) }], about);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
  });
});

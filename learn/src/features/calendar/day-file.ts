const BYTES = 75;
const encoder = new TextEncoder();

const escape = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** Lines of more than 75 bytes go on in the next one, which begins with a blank; no character is torn. */
function fold(line: string): string {
  const lines: string[] = [];
  let now = '';
  for (const character of line) {
    if (encoder.encode(now + character).length > BYTES) {
      lines.push(now);
      now = ' ';
    }
    now += character;
  }
  return [...lines, now].join('\r\n');
}

const plain = (day: string): string => day.replaceAll('-', '');
const dayAfter = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/** One day as a file that calendars take (RFC 5545): an entry for the whole day that takes up no time. */
export const dayFile = (entry: { key: string; day: string; title: string }, today: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Readyroom//Learner//EN',
    'BEGIN:VEVENT',
    `UID:${entry.key}@readyroom`,
    `DTSTAMP:${plain(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(entry.day)}`,
    `DTEND;VALUE=DATE:${plain(dayAfter(entry.day))}`,
    `SUMMARY:${escape(entry.title)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');

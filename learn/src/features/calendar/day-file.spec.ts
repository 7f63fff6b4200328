import fc from 'fast-check';
import { dayFile } from './day-file.js';

const file = (title: string, day = '2028-02-29') => dayFile({ key: 'expiry-1', day, title }, '2028-02-01');

describe('a day as a calendar file', () => {
  it('should be the whole day, until the next one, across the end of a leap February', () => {
    expect(file('资格到期')).toContain('DTSTART;VALUE=DATE:20280229\r\nDTEND;VALUE=DATE:20280301\r\n');
  });

  it('should keep commas, semicolons and line ends inside the title', () => {
    expect(file('a,b;c\\d\ne')).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne\r\n');
  });

  it('should have no line of more than 75 bytes, and say the title whole when unfolded', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'危机，;,\\\r\n ab😀'), maxLength: 120 }), (title) => {
        const text = file(title);
        for (const line of text.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const said = /SUMMARY:(.*)\r\nTRANSP/s.exec(text.replaceAll('\r\n ', ''))![1]!;
        const read = said.replace(/\\(.)/gs, (_, one: string) => (one === 'n' ? '\n' : one));
        expect(read).toBe(title.replace(/\r\n|\r/g, '\n'));
      }),
    );
  });
});

import { readArguments } from './arguments.js';
import { Complaint } from './complaint.js';

describe('readArguments', () => {
  it('should read a command with all of its options', () => {
    const line =
      'compare leak --seed 7 --script a.yaml --change 3=+30 --until 90 --played desk,lead --solo --json';
    expect(readArguments(line.split(' '))).toEqual({
      command: 'compare',
      scenario: 'leak',
      seed: 7,
      script: 'a.yaml',
      log: null,
      change: '3=+30',
      untilMinute: 90,
      played: ['desk', 'lead'],
      solo: true,
      json: true,
    });
  });

  it('should have a seed when none is given', () => {
    expect(readArguments(['hash', 'leak'])).toMatchObject({ seed: 1, script: null, untilMinute: null });
  });

  it.each([
    ['', /^Use: npm run drill/],
    ['play leak', /^Use: npm run drill/],
    ['run', /^Use: npm run drill/],
    ['run leak another', /^Use: npm run drill/],
    ['run leak --fast', /--fast/],
    ['run leak --seed x', /^--seed must be a whole number/],
    ['run leak --seed 4294967296', /^--seed must be a whole number/],
    ['run leak --until 1.5', /^--until must be a whole number/],
    ['compare leak', /^compare needs --change/],
    ['run leak --change 1=drop', /^--change belongs to compare/],
    ['replay leak', /^replay needs --log/],
    ['run leak --log log.json', /^replay needs --log/],
  ])('when it is “%s” it should say what is wrong', (line, message) => {
    const read = () => readArguments(line === '' ? [] : line.split(' '));
    expect(read).toThrow(Complaint);
    expect(read).toThrow(message);
  });
});

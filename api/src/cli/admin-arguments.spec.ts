import { readAdminArguments } from './admin-arguments.js';

describe('readAdminArguments', () => {
  it('when all is given it should read it', () => {
    expect(
      readAdminArguments([
        '--employee-no',
        'A0001',
        '--name',
        ' 何一鸣 ',
        '--email',
        'he@example.com',
        '--department',
        '总部/技术部',
      ]),
    ).toEqual({
      employeeNo: 'A0001',
      name: '何一鸣',
      email: 'he@example.com',
      department: '总部/技术部',
    });
  });

  it('when only the number is given it should take somebody who is there, or the head office', () => {
    expect(readAdminArguments(['--employee-no=A1'])).toEqual({ employeeNo: 'A1', department: '总部' });
  });

  it.each([
    [[], '--employee-no is missing'],
    [['--employee-no', 'A@1', '--name', 'x'], '--employee-no is not valid'],
    [['--employee-no', 'A1', '--name', ' '], '--name is not valid'],
    [['--employee-no', 'A1', '--name', 'x', '--email', 'nobody'], '--email is not valid'],
    [['--employee-no', 'A1', '--name', 'x', '--department', 'a//b'], '--department is not valid'],
    [['--employee-no', 'A1', '--password', 'x'], "Unknown option '--password'"],
    [['A1'], "Unexpected argument 'A1'"],
  ])('when it gets %j it should name what is wrong in one line', (args, words) => {
    expect(() => readAdminArguments(args)).toThrow(words);
    expect(() => readAdminArguments(args)).toThrow(/^[^\n]+ Use: npm run admin:create [^\n]+$/);
  });
});

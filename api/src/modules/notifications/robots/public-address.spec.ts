import { addressTrouble, isPublicAddress } from './public-address.js';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
    'not an address',
  ])('should take %s for one inside', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2400:3200::1'])(
    'should take %s for a public one',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('addressTrouble', () => {
  it.each([
    'http://qyapi.weixin.qq.com/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://localhost/x',
    'https://db.internal/x',
    'https://intranet/x',
    'https://user:word@hooks.slack.com/x',
    'ftp://hooks.slack.com/x',
    'nothing',
  ])('should refuse %s', (address) => expect(addressTrouble(address)).not.toBeNull());

  it('should take the addresses of the five chat systems', () => {
    for (const address of [
      'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
      'https://oapi.dingtalk.com/robot/send?access_token=t',
      'https://open.feishu.cn/open-apis/bot/v2/hook/h',
      'https://hooks.slack.com/services/T/B/x',
      'https://prod-01.westus.logic.azure.com:443/workflows/w/triggers/manual/paths/invoke?sig=s',
    ])
      expect(addressTrouble(address)).toBeNull();
  });
});

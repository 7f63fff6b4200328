import { AddressRefused, publicOnly, RobotTransport } from './robot-transport.js';

const look = (addresses: { address: string; family: number }[]) =>
  new Promise<string>((done, failed) =>
    publicOnly((_host, _options, answer) => answer(null, addresses))(
      'robot.example.com',
      {},
      (error, address) => (error ? failed(error) : done(address as string)),
    ),
  );

describe('publicOnly', () => {
  it('should give the address of a public name', async () => {
    await expect(look([{ address: '1.1.1.1', family: 4 }])).resolves.toBe('1.1.1.1');
  });
  it('should refuse a name that points inside, also when only one of its addresses does', async () => {
    await expect(look([{ address: '127.0.0.1', family: 4 }])).rejects.toThrow(AddressRefused);
    await expect(
      look([
        { address: '1.1.1.1', family: 4 },
        { address: '10.0.0.7', family: 4 },
      ]),
    ).rejects.toThrow('not on the public internet');
  });
});

describe('RobotTransport', () => {
  it.each(['https://127.0.0.1:9/x', 'https://[::1]/x', 'http://hooks.slack.com/x', 'https://localhost/x'])(
    'should not even connect to %s',
    async (url) => {
      await expect(new RobotTransport().post({ url, body: '{}' })).rejects.toThrow(AddressRefused);
    },
  );
});

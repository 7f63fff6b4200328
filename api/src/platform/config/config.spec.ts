import { ConfigError, readConfig } from './config.js';

describe('readConfig', () => {
  it('should give defaults for everything when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 3000,
      READYROOM_DATA: '.readyroom',
      READYROOM_WORKER: true,
    });
  });

  it('should take an empty variable as not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).DATABASE_URL).toBeUndefined();
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['REDIS_URL', 'localhost:6379'],
    ['SMTP_URL', 'mail.example.com'],
    ['READYROOM_WORKER', 'perhaps'],
    ['LOG_LEVEL', 'loud'],
  ])('when %s is %s it should name the variable in one sentence', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(
      new RegExp(`^The environment variable ${name} is wrong: .+\\.$`),
    );
  });
});

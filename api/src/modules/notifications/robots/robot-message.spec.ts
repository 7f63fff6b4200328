import fc from 'fast-check';
import { ROBOT_KINDS, type RobotKind } from '@readyroom/contract';
import { robotCall, ROBOT_LIMITS, shorten } from './robot-message.js';

const now = new Date('2026-03-02T01:00:00.000Z');
const message = {
  title: { zh: '标题', en: 'Title' },
  body: { zh: '正文', en: 'Body <!channel> & more' },
  link: '/x',
};
const call = (kind: RobotKind, secret: string | null = null, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  robotCall(
    { kind, url: 'https://robot.example.com/hook?token=t', secret, locale },
    message,
    'https://r.example.com',
    now,
  );

describe('robotCall', () => {
  it('should put the text the way each system wants it', () => {
    const text = '标题\n正文\nhttps://r.example.com/x';
    expect(JSON.parse(call('wecom').body)).toEqual({ msgtype: 'text', text: { content: text } });
    expect(JSON.parse(call('dingtalk').body)).toEqual({ msgtype: 'text', text: { content: text } });
    expect(JSON.parse(call('feishu').body)).toEqual({ msg_type: 'text', content: { text } });
    expect(JSON.parse(call('slack').body)).toEqual({ text });
    expect(JSON.parse(call('teams').body)).toMatchObject({
      type: 'message',
      attachments: [{ content: { type: 'AdaptiveCard', body: [{ text: '标题' }, { text: '正文' }, {}] } }],
    });
  });

  it('should sign for DingTalk in the address: HMAC-SHA256 of time and secret under the secret', () => {
    const url = new URL(call('dingtalk', 'SECsecret').url);
    expect(url.searchParams.get('token')).toBe('t');
    expect(url.searchParams.get('timestamp')).toBe('1772413200000');
    // printf '1772413200000\nSECsecret' | openssl dgst -sha256 -hmac SECsecret -binary | base64
    expect(url.searchParams.get('sign')).toBe('Vr4a0h7KuSMiLEkb00gYc2T6WpKDEuJ3dUyf3TMOhK0=');
  });

  it('should sign for Feishu in the body: HMAC-SHA256 of nothing under time and secret', () => {
    // printf '' | openssl dgst -sha256 -hmac $'1772413200\nsecret' -binary | base64
    expect(JSON.parse(call('feishu', 'secret').body)).toMatchObject({
      timestamp: '1772413200',
      sign: 'CpVYhiG39drnX+Cy+ZgjN3Vavm+Zk0r7i/i0W8UhCHM=',
    });
  });

  it('should call nobody in Slack', () => {
    expect(JSON.parse(call('slack', null, 'en').body).text).toContain('Body &lt;!channel&gt; &amp; more');
  });

  it('should stay within the bytes of each system and keep the link', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ROBOT_KINDS),
        fc.string({ unit: 'grapheme', maxLength: 9000 }),
        (kind, body) => {
          const text = shorten(body, '\nhttps://r.example.com/x', ROBOT_LIMITS[kind].textBytes);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(ROBOT_LIMITS[kind].textBytes);
          expect(text.endsWith('\nhttps://r.example.com/x')).toBe(true);
          expect(text).toBe(Buffer.from(text).toString());
        },
      ),
    );
  });
});

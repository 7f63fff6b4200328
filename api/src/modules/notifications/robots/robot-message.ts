import { createHmac } from 'node:crypto';
import { textIn, type Locale, type NotificationMessage, type RobotKind } from '@readyroom/contract';

export interface RobotAddress {
  readonly kind: RobotKind;
  readonly url: string;
  readonly secret: string | null;
  readonly locale: Locale;
}
/** One call of a robot. */
export interface RobotCall {
  readonly url: string;
  readonly body: string;
}
export interface RobotLimits {
  readonly perMinute: number;
  readonly perSecond: number;
  /** Of the text, in bytes of UTF-8. */
  readonly textBytes: number;
  /** The far side is crowded in the first minute of each half hour. */
  readonly avoidsHalfHours: boolean;
}

/**
 * What the makers publish: WeCom and DingTalk 20 messages a minute, Feishu 100 a minute and 5 a second (and it asks to
 * stay away from :00 and :30), Slack one a second, Teams Workflows 4 a second. A text of WeCom has 2048 bytes; the other
 * numbers stay well below the limit of the whole body.
 */
export const ROBOT_LIMITS: Record<RobotKind, RobotLimits> = {
  wecom: { perMinute: 20, perSecond: 20, textBytes: 2_000, avoidsHalfHours: false },
  dingtalk: { perMinute: 20, perSecond: 20, textBytes: 15_000, avoidsHalfHours: false },
  feishu: { perMinute: 100, perSecond: 5, textBytes: 15_000, avoidsHalfHours: true },
  slack: { perMinute: 60, perSecond: 1, textBytes: 15_000, avoidsHalfHours: false },
  teams: { perMinute: 120, perSecond: 4, textBytes: 15_000, avoidsHalfHours: false },
};

/** How a message is put to a robot of this kind at this moment; signatures are good for that moment only. */
export function robotCall(
  robot: RobotAddress,
  message: NotificationMessage,
  publicUrl: string,
  now: Date,
): RobotCall {
  const text = shorten(
    `${textIn(message.title, robot.locale)}\n${textIn(message.body, robot.locale)}`,
    `\n${publicUrl}${message.link}`,
    ROBOT_LIMITS[robot.kind].textBytes,
  );
  switch (robot.kind) {
    case 'wecom':
      return { url: robot.url, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) };
    case 'dingtalk':
      return {
        url: dingTalkUrl(robot, now),
        body: JSON.stringify({ msgtype: 'text', text: { content: text } }),
      };
    case 'feishu':
      return {
        url: robot.url,
        body: JSON.stringify({
          ...feishuSignature(robot.secret, now),
          msg_type: 'text',
          content: { text },
        }),
      };
    case 'slack':
      return { url: robot.url, body: JSON.stringify({ text: slackText(text) }) };
    case 'teams':
      return { url: robot.url, body: JSON.stringify(adaptiveCard(text)) };
  }
}

/** The link always stays; of the rest, as much as fits, never half a character. */
export function shorten(text: string, link: string, bytes: number): string {
  if (Buffer.byteLength(text + link) <= bytes) return text + link;
  const room = bytes - Buffer.byteLength(`…${link}`);
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > room) break;
    kept += character;
  }
  return `${kept}…${link}`;
}

/** Key and message the way DingTalk has it: the secret signs time and secret. */
function dingTalkUrl({ url, secret }: RobotAddress, now: Date): string {
  if (!secret) return url;
  const timestamp = String(now.getTime());
  const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', sign);
  return signed.href;
}

/** Feishu the other way round: time and secret are the key, and nothing is signed. */
function feishuSignature(secret: string | null, now: Date): { timestamp: string; sign: string } | object {
  if (!secret) return {};
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64') };
}

/** No text of ours calls everybody or becomes a link of its own. */
const slackText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const adaptiveCard = (text: string): object => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      contentUrl: null,
      content: {
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        type: 'AdaptiveCard',
        version: '1.4',
        body: text.split('\n').map((line, at) => ({
          type: 'TextBlock',
          text: line,
          wrap: true,
          ...(at === 0 && { weight: 'Bolder' }),
        })),
      },
    },
  ],
});

import {
  CHANNELS,
  DELIVERY_REASONS,
  DELIVERY_STATES,
  MAIL_REASONS,
  NOTIFICATION_KINDS,
} from '@readyroom/contract';
import { mailMessages } from '../mails/messages.js';
import { deliveryMessages } from './messages.js';

describe.each(['zh', 'en'] as const)('the words of the delivery log in %s', (language) => {
  const texts = deliveryMessages[language].resources.deliveries;

  it.each([
    ['state', DELIVERY_STATES, texts.state],
    ['channel', CHANNELS, texts.channel],
    ['kind', NOTIFICATION_KINDS, texts.kind],
    ['reason', DELIVERY_REASONS, texts.reason],
    ['reason of a mail', MAIL_REASONS, mailMessages[language].resources.mails.reason],
  ] as const)('should have one for each %s of the contract, and no others', (_what, codes, words) => {
    expect(Object.keys(words).sort()).toEqual([...codes].sort());
    for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
  });

  it('should have words for the reasons of mails, whose state the log follows', () => {
    expect(DELIVERY_REASONS).toEqual(expect.arrayContaining([...MAIL_REASONS]));
  });
});

import { z } from 'zod';
import { MAIL_REASONS } from './mails.js';
import { IsoDateTime, listOf, listQuery, Locale, oneOrMore, Text, Uuid } from './common.js';

export const CHANNELS = ['inbox', 'email', 'robot'] as const;
export const Channel = z.enum(CHANNELS).meta({ id: 'Channel' });
export type Channel = z.infer<typeof Channel>;

/** What a message is for. */
export const NOTIFICATION_KINDS = ['reminder', 'nudge', 'briefing', 'correction', 'test'] as const;
export const NotificationKind = z.enum(NOTIFICATION_KINDS);
export type NotificationKind = z.infer<typeof NotificationKind>;

/** `link` is an address inside the product, such as `/` or `/admin/programs`. */
export const NotificationMessage = z
  .object({ title: Text, body: Text, link: z.string() })
  .meta({ id: 'NotificationMessage' });
export type NotificationMessage = z.infer<typeof NotificationMessage>;

export const InboxMessage = z
  .object({
    id: Uuid,
    kind: NotificationKind,
    ...NotificationMessage.shape,
    at: IsoDateTime,
    readAt: IsoDateTime.nullable(),
  })
  .meta({ id: 'InboxMessage' });
export type InboxMessage = z.infer<typeof InboxMessage>;
export const Inbox = z
  .object({
    items: z.array(InboxMessage).describe('Newest first'),
    total: z.number().int(),
    unread: z.number().int(),
  })
  .meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof Inbox>;
export const InboxQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  perPage: z.coerce.number().int().min(1).max(100).default(25),
});
export const ReadInboxBody = z
  .strictObject({
    ids: z.array(Uuid).min(1).max(200).optional().describe('Left out = everything up to now'),
  })
  .meta({ id: 'ReadInboxBody' });

/**
 * planned: waits for its hour or its turn; sending: handed over, no final answer yet; held: kept, because there is no
 * mail server or no address; bounced: the far side knows no such address; suppressed: no longer true when it was due.
 */
export const DELIVERY_STATES = [
  'planned',
  'sending',
  'sent',
  'failed',
  'bounced',
  'suppressed',
  'held',
] as const;
export const DeliveryState = z.enum(DELIVERY_STATES).meta({ id: 'DeliveryState' });
export type DeliveryState = z.infer<typeof DeliveryState>;

/**
 * Words of ours for why a message is where it is. Whatever else stands in `reason` is what the far side answered.
 * recalled: taken back before it left; withdrawn: what it reminds of is no longer assigned.
 */
export const DELIVERY_REASONS = [
  ...MAIL_REASONS,
  'left',
  'recipient_left',
  'done',
  'waived',
  'withdrawn',
  'recalled',
  'day_moved',
  'robot_off',
  'nothing_to_say',
  'no_answer',
] as const;
export type DeliveryReason = (typeof DELIVERY_REASONS)[number];

const Named = z.object({ id: Uuid, name: z.string() });
export const Delivery = z
  .object({
    id: Uuid,
    kind: NotificationKind,
    channel: Channel,
    person: Named.nullable().describe('Who gets it; null = a group'),
    robot: Named.nullable(),
    message: NotificationMessage.nullable().describe('null = written when it is sent'),
    state: DeliveryState,
    reason: z.string().nullable().describe('A word of ours, or what the far side answered'),
    attempts: z.number().int(),
    repeated: z
      .boolean()
      .describe('An earlier attempt ended without an answer: the far side may have it twice'),
    notBefore: IsoDateTime,
    createdAt: IsoDateTime,
    triedAt: IsoDateTime.nullable(),
    sentAt: IsoDateTime.nullable(),
    readAt: IsoDateTime.nullable().describe('Opened in the inbox'),
    mailId: Uuid.nullable(),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.infer<typeof Delivery>;
export const DeliveryList = listOf(Delivery, 'DeliveryList');
export const ListDeliveriesQuery = listQuery(['createdAt', 'notBefore', 'sentAt'] as const, {
  state: oneOrMore(DeliveryState),
  channel: oneOrMore(Channel),
  kind: oneOrMore(NotificationKind),
  personId: Uuid.optional(),
  robotId: Uuid.optional(),
});

export const ROBOT_KINDS = ['wecom', 'dingtalk', 'feishu', 'slack', 'teams'] as const;
export const RobotKind = z.enum(ROBOT_KINDS).meta({ id: 'RobotKind' });
export type RobotKind = z.infer<typeof RobotKind>;

/** A robot of a group chat. Its address and secret are written and never shown again. */
export const Robot = z
  .object({
    id: Uuid,
    kind: RobotKind,
    name: z.string(),
    host: z.string().describe('Of its address; the rest of the address is a key'),
    signed: z.boolean().describe('Has a secret'),
    locale: Locale,
    active: z.boolean(),
    pausedUntil: IsoDateTime.nullable().describe('The far side asked to wait'),
    waiting: z.number().int().describe('Messages that wait for their turn'),
    perMinute: z.number().int(),
    lastSentAt: IsoDateTime.nullable(),
    lastTrouble: z.string().nullable(),
  })
  .meta({ id: 'Robot' });
export type Robot = z.infer<typeof Robot>;
export const RobotList = listOf(Robot, 'RobotList');

const robotFields = {
  name: z.string().trim().min(1).max(80),
  url: z.url({ protocol: /^https$/ }).max(1000),
  secret: z.string().trim().min(1).max(200).nullable(),
  locale: Locale,
  active: z.boolean(),
};
export const CreateRobotBody = z
  .strictObject({
    ...robotFields,
    kind: RobotKind,
    secret: robotFields.secret.default(null),
    locale: Locale.default('zh-CN'),
    active: robotFields.active.default(true),
  })
  .meta({ id: 'CreateRobotBody' });
/** What is left out stays; `secret: null` removes it. */
export const UpdateRobotBody = z.strictObject(robotFields).partial().meta({ id: 'UpdateRobotBody' });

/** What the far side really answered. */
export const ChannelTest = z
  .object({
    ok: z.boolean(),
    answer: z.string().nullable().describe('A word of ours, or the answer word for word'),
    waitUntil: IsoDateTime.nullable().describe('It is too much at once: messages go on from then'),
    at: IsoDateTime,
  })
  .meta({ id: 'ChannelTest' });
export type ChannelTest = z.infer<typeof ChannelTest>;

export const EmailChannel = z
  .object({
    connected: z.boolean().describe('false = mails are kept to be read in the console'),
    from: z.string(),
    waiting: z.number().int(),
  })
  .meta({ id: 'EmailChannel' });
export type EmailChannel = z.infer<typeof EmailChannel>;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages to people and groups with the state of each, robots of group chats, ladders of reminders. */
export class Notifications1764100200000 implements MigrationInterface {
  name = 'Notifications1764100200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notification_setting (
        one        boolean PRIMARY KEY DEFAULT true CHECK (one),
        digest     boolean NOT NULL DEFAULT true,
        digest_at  time NOT NULL DEFAULT '09:00',
        quiet_from time NOT NULL DEFAULT '20:00',
        quiet_to   time NOT NULL DEFAULT '08:00'
      )`);
    await db.query(`INSERT INTO notification_setting DEFAULT VALUES`);
    await db.query(`
      CREATE FUNCTION notify_at(at timestamptz, zone text, digest_at time, quiet_from time, quiet_to time)
      RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS $fn$
        SELECT CASE
          WHEN digest_at IS NOT NULL AND t <= digest_at THEN (day + digest_at) AT TIME ZONE zone
          WHEN NOT CASE WHEN quiet_from > quiet_to THEN t >= quiet_from OR t < quiet_to
                        ELSE t >= quiet_from AND t < quiet_to END THEN at
          WHEN t < quiet_to THEN (day + quiet_to) AT TIME ZONE zone
          ELSE (day + 1 + coalesce(digest_at, quiet_to)) AT TIME ZONE zone
        END
        FROM (SELECT (at AT TIME ZONE zone)::time AS t, (at AT TIME ZONE zone)::date AS day) local
      $fn$`);
    await db.query(
      `COMMENT ON FUNCTION notify_at IS 'When a message of now goes out: by the wall clock of who gets it, not in quiet hours, at the hour of the digest if there is one and it is still to come'`,
    );
    await db.query(`
      CREATE TABLE robot (
        id           uuid PRIMARY KEY DEFAULT uuidv7(),
        kind         text NOT NULL CHECK (kind IN ('wecom', 'dingtalk', 'feishu', 'slack', 'teams')),
        name         text NOT NULL,
        url          text NOT NULL,
        secret       text,
        locale       text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
        active       boolean NOT NULL DEFAULT true,
        paused_until timestamptz,
        created_at   timestamptz NOT NULL,
        removed_at   timestamptz
      )`);
    await db.query(`COMMENT ON COLUMN robot.url IS 'Holds the key of the robot: written, used, never shown'`);
    await db.query(`
      CREATE TABLE delivery (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        effect_key text NOT NULL UNIQUE,
        kind       text NOT NULL,
        channel    text NOT NULL CHECK (channel IN ('inbox', 'email', 'robot')),
        person_id  uuid REFERENCES person(id),
        robot_id   uuid REFERENCES robot(id),
        message    jsonb,
        not_before timestamptz NOT NULL,
        state      text NOT NULL DEFAULT 'planned'
          CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'bounced', 'suppressed', 'held')),
        reason     text,
        attempts   int NOT NULL DEFAULT 0,
        claimed_until timestamptz,
        handed_at  timestamptz,
        repeated   boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        tried_at   timestamptz,
        sent_at    timestamptz,
        read_at    timestamptz,
        mail_id    uuid UNIQUE REFERENCES mail(id),
        CHECK ((channel = 'robot') = (robot_id IS NOT NULL) AND (channel = 'robot') = (person_id IS NULL))
      )`);
    for (const [column, words] of [
      ['effect_key', 'What the message is about: promised twice, it is written once'],
      ['message', 'Title, body (both languages) and link; null = written when it is sent'],
      [
        'claimed_until',
        'A robot message is being sent by somebody until then; afterwards another takes over',
      ],
      ['handed_at', 'Set just before a message leaves and cleared with the answer'],
      ['repeated', 'An earlier attempt ended without an answer, so the far side may have it twice'],
    ])
      await db.query(`COMMENT ON COLUMN delivery.${column} IS '${words}'`);
    await db.query(`CREATE INDEX delivery_planned ON delivery (not_before, id) WHERE state = 'planned'`);
    await db.query(`CREATE INDEX delivery_sending ON delivery (claimed_until) WHERE state = 'sending'`);
    await db.query(`CREATE INDEX delivery_created ON delivery (created_at DESC, id)`);
    await db.query(`CREATE INDEX delivery_person ON delivery (person_id, created_at DESC)`);
    await db.query(
      `CREATE INDEX delivery_inbox ON delivery (person_id, sent_at DESC) WHERE channel = 'inbox' AND state = 'sent'`,
    );
    await db.query(`CREATE INDEX delivery_robot ON delivery (robot_id, tried_at) WHERE channel = 'robot'`);
    await db.query(`ALTER TABLE mail
      ADD COLUMN handed_at timestamptz,
      ADD COLUMN repeated boolean NOT NULL DEFAULT false`);
    // The delivery of a mail says what the mail says, whoever changes that: the sender, a sweep, somebody who tries again.
    await db.query(`
      CREATE FUNCTION delivery_follows_mail() RETURNS trigger LANGUAGE plpgsql AS $fn$
      BEGIN
        UPDATE delivery SET
          state = CASE NEW.state WHEN 'waiting' THEN 'sending' WHEN 'kept' THEN 'held'
            WHEN 'failed' THEN CASE WHEN NEW.reason ~ '\\m55[013]\\M|\\m5\\.1\\.' THEN 'bounced' ELSE 'failed' END
            ELSE NEW.state END,
          reason = NEW.reason, attempts = NEW.attempts, tried_at = NEW.tried_at, sent_at = NEW.sent_at,
          repeated = NEW.repeated
        WHERE mail_id = NEW.id;
        RETURN NULL;
      END $fn$`);
    await db.query(`CREATE TRIGGER mail_delivery AFTER UPDATE ON mail
      FOR EACH ROW WHEN ((OLD.state, OLD.reason, OLD.attempts, OLD.repeated) IS DISTINCT FROM
                         (NEW.state, NEW.reason, NEW.attempts, NEW.repeated))
      EXECUTE FUNCTION delivery_follows_mail()`);

    await db.query(`
      CREATE TABLE reminder_ladder (
        id         uuid PRIMARY KEY DEFAULT uuidv7(),
        program_id uuid UNIQUE REFERENCES program(id),
        steps      jsonb NOT NULL,
        active     boolean NOT NULL DEFAULT true,
        updated_at timestamptz NOT NULL,
        updated_by uuid REFERENCES person(id)
      )`);
    await db.query(
      `COMMENT ON TABLE reminder_ladder IS 'The one without a program holds for every program that has none of its own'`,
    );
    await db.query(
      `CREATE UNIQUE INDEX reminder_ladder_default ON reminder_ladder ((program_id IS NULL)) WHERE program_id IS NULL`,
    );
    await db.query(`INSERT INTO reminder_ladder (steps, updated_at) VALUES ($1, now())`, [
      JSON.stringify(SHIPPED),
    ]);
    await db.query(`
      CREATE TABLE reminder (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        person_id    uuid NOT NULL,
        program_id   uuid NOT NULL,
        cycle        int NOT NULL,
        step         text NOT NULL,
        role         text NOT NULL CHECK (role IN ('learner', 'manager', 'hr', 'group')),
        recipient_id uuid NOT NULL,
        channel      text NOT NULL,
        why          text,
        anchor       text NOT NULL CHECK (anchor IN ('due', 'expiry')),
        anchor_on    date NOT NULL,
        step_on      date NOT NULL,
        planned_at   timestamptz NOT NULL,
        delivery_id  uuid,
        state        text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'told', 'suppressed')),
        reason       text,
        closed_at    timestamptz
      )`);
    for (const [column, words] of [
      ['cycle', 'Number of the certification period that is asked for'],
      ['recipient_id', 'A person, or a robot when the channel is robot'],
      ['why', 'Why it goes to HR instead of the manager, or to an administrator instead of HR'],
      ['closed_at', 'The program was no longer asked of the person; asked again, it begins anew'],
    ])
      await db.query(`COMMENT ON COLUMN reminder.${column} IS '${words}'`);
    await db.query(
      `CREATE UNIQUE INDEX reminder_once ON reminder (person_id, program_id, cycle, anchor_on, step, role, recipient_id, channel) WHERE closed_at IS NULL`,
    );
    await db.query(`CREATE INDEX reminder_delivery ON reminder (delivery_id)`);
    await db.query(`CREATE INDEX reminder_unsent ON reminder (planned_at) WHERE delivery_id IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE reminder, reminder_ladder`);
    await db.query(`DROP TRIGGER mail_delivery ON mail`);
    await db.query(`DROP FUNCTION delivery_follows_mail()`);
    await db.query(`ALTER TABLE mail DROP COLUMN handed_at, DROP COLUMN repeated`);
    await db.query(`DROP TABLE delivery, robot`);
    await db.query(`DROP FUNCTION notify_at(timestamptz, text, time, time, time)`);
    await db.query(`DROP TABLE notification_setting`);
  }
}

/** The ladder that comes with the product: first the learner, three days late the manager, two weeks late HR. */
const SHIPPED = [
  { key: 'due-30', anchor: 'due', days: -30, to: 'learner', channels: ['inbox', 'email'], robotIds: [] },
  { key: 'due-7', anchor: 'due', days: -7, to: 'learner', channels: ['inbox', 'email'], robotIds: [] },
  { key: 'due-1', anchor: 'due', days: -1, to: 'learner', channels: ['inbox', 'email'], robotIds: [] },
  { key: 'late-1', anchor: 'due', days: 1, to: 'learner', channels: ['inbox', 'email'], robotIds: [] },
  {
    key: 'late-3-manager',
    anchor: 'due',
    days: 3,
    to: 'manager',
    channels: ['inbox', 'email'],
    robotIds: [],
  },
  { key: 'late-7', anchor: 'due', days: 7, to: 'learner', channels: ['inbox', 'email'], robotIds: [] },
  { key: 'late-14-hr', anchor: 'due', days: 14, to: 'hr', channels: ['inbox', 'email'], robotIds: [] },
];

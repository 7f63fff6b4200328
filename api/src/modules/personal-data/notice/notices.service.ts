import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  withOrganisation,
  type Locale,
  type MyNotice,
  type PrivacyNotice,
  type PrivacyNotices,
  type Text,
} from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql } from '../../../platform/database/database.js';
import { Sessions } from '../../auth/index.js';
import { NoticeOutdated } from '../personal-data.errors.js';

interface NoticeRow {
  version: number;
  text: Text;
  digest: string;
  published_at: Date;
}
const COLUMNS = 'n.version, n.text, n.digest, n.published_at';
const CONTACTS = 3;
const ONE_AT_A_TIME = 'LOCK TABLE privacy_notice IN SHARE ROW EXCLUSIVE MODE';

/** What people are told about their data before anything else, in versions, and who accepted which. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  async list(): Promise<PrivacyNotices> {
    const items = await this.database.query<
      NoticeRow & { published_by: PrivacyNotices['items'][number]['publishedBy']; accepted: number }
    >(
      `SELECT ${COLUMNS}, CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END AS published_by,
         (SELECT count(*)::int FROM notice_acceptance a WHERE a.version = n.version) AS accepted
       FROM privacy_notice n LEFT JOIN person p ON p.id = n.published_by ORDER BY n.version DESC`,
    );
    const [row] = await this.database.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM person p, (SELECT max(version) AS version FROM privacy_notice) n
       WHERE p.status = 'active' AND n.version IS NOT NULL AND NOT EXISTS (
         SELECT FROM notice_acceptance a WHERE a.person_id = p.id AND a.version = n.version)`,
    );
    return {
      items: items.map((item) => ({
        ...toNotice(item),
        publishedBy: item.published_by,
        accepted: item.accepted,
      })),
      waiting: row!.waiting,
    };
  }

  /** From now on everybody is asked. Whoever publishes has read it. @throws NoticeOutdated */
  async publish(actor: Actor, { version, text }: { version: number; text: Text }): Promise<PrivacyNotices> {
    await this.database.transaction(async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      const newest = await this.newest(tx);
      if (version !== (newest?.version ?? 0) + 1) throw new NoticeOutdated();
      await this.insert(tx, version, text, actor.personId);
      await this.note(tx, actor.personId, version, actor.locale);
    });
    this.sessions.forget();
    return this.list();
  }

  /** The one that comes with the product, where nobody has published any: false where somebody has. */
  async publishFirst(text: Text): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      await tx.query(ONE_AT_A_TIME);
      if (await this.newest(tx)) return false;
      await this.insert(tx, 1, text, null);
      return true;
    });
  }

  async mine(actor: Actor): Promise<MyNotice> {
    const newest = await this.newest(this.database);
    const [accepted] = await this.database.query<{ at: Date }>(
      'SELECT accepted_at AS at FROM notice_acceptance WHERE person_id = $1 AND version = $2',
      [actor.personId, newest?.version ?? 0],
    );
    const [organisation] = await this.database.query<{ name: string }>('SELECT name FROM organisation');
    const contacts = await this.database.query<{ name: string }>(
      `SELECT name FROM person WHERE status = 'active' AND 'admin' = ANY(roles) AND id <> $1
       ORDER BY scope_department_id IS NOT NULL, id LIMIT ${CONTACTS}`,
      [actor.personId],
    );
    return {
      notice: newest ? toNotice({ ...newest, text: named(newest.text, organisation!.name) }) : null,
      acceptedAt: accepted?.at.toISOString() ?? null,
      contacts: contacts.map(({ name }) => name),
    };
  }

  /** Accepting twice is accepting once. @throws NoticeOutdated when a newer one has been published since it was shown */
  async accept(actor: Actor, version: number, locale: Locale): Promise<MyNotice> {
    await this.database.transaction(async (tx) => {
      if ((await this.newest(tx))?.version !== version) throw new NoticeOutdated();
      await this.note(tx, actor.personId, version, locale);
    });
    this.sessions.forget();
    return this.mine(actor);
  }

  private async insert(sql: Sql, version: number, text: Text, by: string | null): Promise<void> {
    await sql.query(
      `INSERT INTO privacy_notice (version, text, digest, published_at, published_by) VALUES ($1, $2, $3, $4, $5)`,
      [version, JSON.stringify(text), digestOf(text), this.clock.now(), by],
    );
  }

  private async note(sql: Sql, personId: string, version: number, locale: Locale): Promise<void> {
    await sql.query(
      `INSERT INTO notice_acceptance (person_id, version, locale, accepted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [personId, version, locale, this.clock.now()],
    );
  }

  private async newest(sql: Sql): Promise<NoticeRow | undefined> {
    const [row] = await sql.query<NoticeRow>(
      `SELECT ${COLUMNS} FROM privacy_notice n ORDER BY n.version DESC LIMIT 1`,
    );
    return row;
  }
}

const toNotice = ({ version, text, digest, published_at }: NoticeRow): PrivacyNotice => ({
  version,
  text,
  digest,
  publishedAt: published_at.toISOString(),
});

const named = ({ zh, en }: Text, organisation: string): Text => ({
  zh: withOrganisation(zh, organisation),
  en: withOrganisation(en, organisation),
});

const digestOf = ({ zh, en }: Text): string =>
  createHash('sha256')
    .update(JSON.stringify([zh, en]))
    .digest('hex');

import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { textIn } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { openSnapshot, type Snapshot } from '../../platform/database/snapshot.js';
import { xlsxStream, type Cell } from '../../platform/spreadsheet/xlsx-stream.js';
import { zipStream, type ZipEntry } from '../../platform/spreadsheet/zip-stream.js';
import { Throttle, Throttled } from '../auth/index.js';
import { OWNED, personalColumns } from './register/register.js';
import { TakenTooOften } from './personal-data.errors.js';

/** Excel takes no more in one cell. */
const CELL = 32_000;
const WORDS = {
  'zh-CN': {
    sheet: '我的数据',
    header: ['数据', '表', '记录', '字段', '内容'],
    file: '我的个人数据',
    readme:
      'personal-data.json 与 personal-data.xlsx 内容相同：系统中与您有关的全部记录，按数据表排列，每张表附处理目的和保存期限。\n密码和链接只以摘要保存，不在其中。其他人员只以内部编号出现。\n',
  },
  en: {
    sheet: 'My data',
    header: ['Data', 'Table', 'Record', 'Field', 'Content'],
    file: 'my-personal-data',
    readme:
      'personal-data.json and personal-data.xlsx hold the same: every record about you, table by table, each with its purpose and how long it is kept.\nPasswords and links are kept as a digest only and are not in here. Other people appear by an internal id.\n',
  },
} as const;

/** Files by themselves in the zip: in a table they would be pages of digits. The tables tell their size. */
const PHOTO = { table: 'drill_photo', column: 'bytes' };

type Row = Record<string, unknown>;

/** Everything that the register calls somebody's own, for them to take away. */
@Injectable()
export class OwnDataExport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
  ) {}

  /** A zip, made while it is read, from one moment of the database. @throws TakenTooOften */
  async zip(actor: Actor): Promise<{ name: string; content: Readable }> {
    const key: ['own_data', string] = ['own_data', actor.personId];
    try {
      await this.throttle.check([key]);
    } catch (error) {
      throw error instanceof Throttled ? new TakenTooOften(error.retryAfterSeconds) : error;
    }
    await this.throttle.failed([key]);
    const snapshot = await openSnapshot(this.database, '16MB');
    return {
      name: WORDS[actor.locale].file,
      content: Readable.from(this.file(snapshot, actor), { objectMode: false }),
    };
  }

  private async *file(snapshot: Snapshot, actor: Actor): AsyncGenerator<Buffer> {
    try {
      yield* zipStream(this.entries(snapshot, actor));
      await snapshot.close();
    } finally {
      snapshot.abandon();
    }
  }

  private async *entries(snapshot: Snapshot, actor: Actor): AsyncGenerator<ZipEntry> {
    const words = WORDS[actor.locale];
    yield { name: 'readme.txt', content: [words.readme] };
    yield { name: 'personal-data.json', content: this.json(snapshot, actor) };
    yield {
      name: 'personal-data.xlsx',
      content: xlsxStream({
        name: words.sheet,
        header: words.header,
        widths: [24, 24, 10, 24, 80],
        rows: this.cells(snapshot, actor),
      }),
    };
    yield* photos(snapshot, actor.personId);
  }

  private async *json(snapshot: Snapshot, actor: Actor): AsyncGenerator<string> {
    const head = { madeAt: this.clock.now().toISOString(), personId: actor.personId };
    yield `${JSON.stringify(head).slice(0, -1)},"tables":[`;
    for (const [n, table] of OWNED.entries()) {
      const { label, purpose, basis, retention } = table;
      const about = { table: table.table, label, purpose, basis, retention };
      yield `${n === 0 ? '' : ','}\n${JSON.stringify(about).slice(0, -1)},"rows":[`;
      let first = true;
      for (const row of await rowsOf(snapshot, table, actor.personId)) {
        yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
        first = false;
      }
      yield ']}';
    }
    yield '\n]}\n';
  }

  private async *cells(snapshot: Snapshot, actor: Actor): AsyncGenerator<Cell[]> {
    for (const table of OWNED) {
      const label = textIn(table.label, actor.locale);
      for (const [n, row] of (await rowsOf(snapshot, table, actor.personId)).entries())
        for (const [field, value] of Object.entries(row))
          for (const piece of pieces(value)) yield [label, table.table, n + 1, field, piece];
    }
  }
}

async function rowsOf({ client }: Snapshot, table: (typeof OWNED)[number], personId: string): Promise<Row[]> {
  const columns = personalColumns(table)
    .filter(({ onErasure }) => onErasure !== 'secret')
    .map(({ column }) =>
      table.table === PHOTO.table && column === PHOTO.column
        ? `octet_length("${column}") AS "${column}"`
        : `"${column}"`,
    );
  const { rows } = await client.query<{ row: Row }>(
    `SELECT to_jsonb(own) AS row FROM (SELECT ${columns.join(', ')} FROM ${table.table} WHERE ${table.of}) own`,
    [personId],
  );
  return rows.map(({ row }) => row);
}

/** One at a time: all of them together may be larger than what a server should hold for one person. */
async function* photos({ client }: Snapshot, personId: string): AsyncGenerator<ZipEntry> {
  const { rows } = await client.query<{ id: string; mime: string }>(
    'SELECT id, mime FROM drill_photo WHERE person_id = $1 ORDER BY id',
    [personId],
  );
  for (const { id, mime } of rows) {
    const { rows: files } = await client.query<{ bytes: Buffer }>(
      'SELECT bytes FROM drill_photo WHERE id = $1',
      [id],
    );
    yield { name: `photos/${id}.${mime.slice('image/'.length)}`, content: files.map(({ bytes }) => bytes) };
  }
}

/** Empty fields are left out of the sheet; long ones go on in the next line. */
function pieces(value: unknown): Cell[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'number') return [value];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const chars = Array.from(text);
  return Array.from({ length: Math.ceil(chars.length / CELL) }, (_, n) =>
    chars.slice(n * CELL, (n + 1) * CELL).join(''),
  );
}

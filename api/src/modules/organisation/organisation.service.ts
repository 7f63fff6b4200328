import { Injectable } from '@nestjs/common';
import type { Organisation, UpdateOrganisationBody } from '@readyroom/contract';
import type { z } from 'zod';
import { Database } from '../../platform/database/database.js';
import { TimeZoneUnknown } from './organisation.errors.js';

type Shape = z.infer<typeof Organisation>;

const COLUMNS = 'name, time_zone AS "timeZone", has_demo_data AS "hasDemoData"';

/** The one organisation that this installation belongs to. */
@Injectable()
export class OrganisationSettings {
  constructor(private readonly database: Database) {}

  async read(): Promise<Shape> {
    const [row] = await this.database.query<Shape>(`SELECT ${COLUMNS} FROM organisation`);
    return row!;
  }

  /** What is absent stays. Days, due and overdue follow a new time zone at once. */
  async update(changes: z.infer<typeof UpdateOrganisationBody>): Promise<Shape> {
    if (changes.timeZone) await this.checkTimeZone(changes.timeZone);
    const [row] = await this.database.query<Shape>(
      `UPDATE organisation SET name = coalesce($1, name), time_zone = coalesce($2, time_zone) RETURNING ${COLUMNS}`,
      [changes.name ?? null, changes.timeZone ?? null],
    );
    return row!;
  }

  private async checkTimeZone(name: string): Promise<void> {
    const known = await this.database.query('SELECT 1 FROM pg_timezone_names WHERE name = $1', [name]);
    if (known.length === 0) throw new TimeZoneUnknown();
  }
}

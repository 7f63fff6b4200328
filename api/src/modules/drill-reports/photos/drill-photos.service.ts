import { Injectable } from '@nestjs/common';
import {
  DRILL_PHOTO_BYTES,
  DRILL_PHOTOS_EACH,
  type DrillPhoto,
  type DrillPhotoMime,
  type ParticipantRole,
  type SendDrillPhotoBody,
  type SentDrillPhoto,
} from '@readyroom/contract';
import type { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Tx } from '../../../platform/database/database.js';
import {
  ClientIdReused,
  DrillAccess,
  DrillNotStarted,
  DrillRunsReadModel,
  RoleForbids,
  scenarioTime,
} from '../../drill-runs/index.js';
import {
  DrillPhotoNotAnImage,
  DrillPhotoNotFound,
  DrillPhotosClosed,
  DrillPhotosTooMany,
  DrillPhotoTooLarge,
} from './drill-photo.errors.js';
import { imageOf } from './image.js';

const MAY: ReadonlySet<ParticipantRole> = new Set(['evaluator', 'observer', 'controller']);

/** Photos of a run by those who look on. The hash of its log does not cover them: they change nothing in the run. */
@Injectable()
export class DrillPhotos {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly access: DrillAccess,
    private readonly runs: DrillRunsReadModel,
  ) {}

  /**
   * Keeps a photo once. From the start of a run on; those that waited on a device may come until the report is closed.
   *
   * @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillPhotoNotAnImage, DrillPhotoTooLarge, ClientIdReused,
   * DrillPhotosClosed, DrillPhotosTooMany
   */
  async add(actor: Actor, runId: string, body: z.output<typeof SendDrillPhotoBody>): Promise<SentDrillPhoto> {
    const { participantId, personId, role, run } = await this.access.participant(actor, runId);
    if (!MAY.has(role)) throw new RoleForbids();
    if (run.status === 'lobby') throw new DrillNotStarted();
    const bytes = decoded(body.image);
    if (bytes.length > DRILL_PHOTO_BYTES) throw new DrillPhotoTooLarge();
    const image = imageOf(bytes);
    if (!image) throw new DrillPhotoNotAnImage();
    const now = this.clock.now();
    const moment = Math.min(body.moment, Math.floor(scenarioTime(run, now)));
    return this.database.transaction(async (tx) => {
      // Closing takes the same lock, so that no photo slips in behind it, and two at once count as two.
      await tx.query('SELECT 1 FROM drill_run WHERE id = $1 FOR UPDATE', [runId]);
      const sent = await this.sent(tx, runId, participantId, body.clientId, bytes);
      if (sent) return sent;
      await this.mayAdd(tx, runId, personId);
      const [row] = await tx.query<SentDrillPhoto>(
        `INSERT INTO drill_photo (run_id, participant_id, person_id, client_id, moment, note, mime, bytes, width, height,
           taken_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id, moment`,
        [
          runId,
          participantId,
          personId,
          body.clientId,
          moment,
          body.note,
          image.mime,
          bytes,
          image.width,
          image.height,
          now,
        ],
      );
      return row!;
    });
  }

  /** By their moments, for whoever may read the report of the run. @throws DrillNotFound */
  async list(actor: Actor, runId: string): Promise<DrillPhoto[]> {
    await this.runs.detail(actor, runId);
    const rows = await this.database.query<Omit<DrillPhoto, 'takenAt'> & { takenAt: Date }>(
      `SELECT f.id, f.moment, f.note, json_build_object('id', w.id, 'name', w.name, 'role', p.role) AS by, f.mime,
         f.width, f.height, octet_length(f.bytes) AS bytes, f.taken_at AS "takenAt"
       FROM drill_photo f JOIN person w ON w.id = f.person_id JOIN drill_participant p ON p.id = f.participant_id
       WHERE f.run_id = $1 ORDER BY f.moment, f.id`,
      [runId],
    );
    return rows.map((row) => ({ ...row, takenAt: row.takenAt.toISOString() }));
  }

  /** @throws DrillNotFound, DrillPhotoNotFound */
  async file(actor: Actor, runId: string, id: string): Promise<{ mime: DrillPhotoMime; bytes: Buffer }> {
    await this.runs.detail(actor, runId);
    const [row] = await this.database.query<{ mime: DrillPhotoMime; bytes: Buffer }>(
      'SELECT mime, bytes FROM drill_photo WHERE run_id = $1 AND id = $2',
      [runId, id],
    );
    if (!row) throw new DrillPhotoNotFound();
    return row;
  }

  private async sent(
    tx: Tx,
    runId: string,
    participantId: string,
    clientId: string,
    bytes: Buffer,
  ): Promise<SentDrillPhoto | null> {
    const [row] = await tx.query<SentDrillPhoto & { same: boolean }>(
      `SELECT id, moment, participant_id = $3 AND bytes = $4 AS same FROM drill_photo
       WHERE run_id = $1 AND client_id = $2`,
      [runId, clientId, participantId, bytes],
    );
    if (!row) return null;
    if (!row.same) throw new ClientIdReused();
    return { id: row.id, moment: row.moment };
  }

  private async mayAdd(tx: Tx, runId: string, personId: string): Promise<void> {
    const [row] = await tx.query<{ closed: boolean; taken: number }>(
      `SELECT EXISTS (SELECT 1 FROM drill_report_closing WHERE run_id = $1) AS closed,
         (SELECT count(*)::int FROM drill_photo WHERE run_id = $1 AND person_id = $2) AS taken`,
      [runId, personId],
    );
    if (row!.closed) throw new DrillPhotosClosed();
    if (row!.taken >= DRILL_PHOTOS_EACH) throw new DrillPhotosTooMany();
  }
}

/** Node skips what is not base64; a text that does not come out the same again was none. */
function decoded(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new DrillPhotoNotAnImage();
  return bytes;
}

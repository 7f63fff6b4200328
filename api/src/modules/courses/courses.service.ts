import { Injectable } from '@nestjs/common';
import type { CourseVersion, Locale, Text, Tier, VersionPreview } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { CourseVersions, publishVersion } from '../content/index.js';
import { CourseVersionNotFound, NotADraft } from './courses.errors.js';
import { CoursesReadModel } from './courses.read-model.js';
import { versionPreview } from './version-preview.js';

/** What trainers do with imported courses: read them as anybody, and publish. */
@Injectable()
export class Courses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly content: CourseVersions,
    private readonly readModel: CoursesReadModel,
  ) {}

  async preview(versionId: string, tier: Tier, locale: Locale): Promise<VersionPreview> {
    const version = await this.content.version(versionId);
    if (!version) throw new CourseVersionNotFound();
    const [[state], topics, pool, lessons] = await Promise.all([
      this.database.query<{ status: VersionPreview['status'] }>(
        'SELECT status FROM course_version WHERE id = $1',
        [versionId],
      ),
      this.database.query<{ key: string; title: Text }>('SELECT key, title FROM topic'),
      this.content.pool(versionId),
      Promise.all(version.lessons.map(({ id }) => this.content.lesson(versionId, id))),
    ]);
    // A draft may be replaced by an import between two of these reads.
    if (!state || lessons.includes(null)) throw new CourseVersionNotFound();
    return versionPreview(
      {
        version,
        status: state.status,
        pool,
        lessons: lessons.flatMap((lesson) => lesson ?? []),
        topics: new Map(topics.map(({ key, title }) => [key, title])),
      },
      tier,
      locale,
    );
  }

  /** From now on new learners get this version; whoever began another one keeps it. */
  publish(actor: Actor, versionId: string): Promise<CourseVersion> {
    return this.database.transaction(async (tx) => {
      const [course] = await tx.query<{ id: string }>(
        'SELECT c.id FROM course c JOIN course_version v ON v.course_id = c.id WHERE v.id = $1 FOR UPDATE OF c',
        [versionId],
      );
      const [version] = await tx.query<{ status: CourseVersion['status'] }>(
        'SELECT status FROM course_version WHERE id = $1 FOR UPDATE',
        [versionId],
      );
      if (!course || !version) throw new CourseVersionNotFound();
      if (version.status !== 'draft') throw new NotADraft();
      await publishVersion(tx, versionId, this.clock.now(), actor.personId);
      return (await this.readModel.version(actor, versionId, tx))!;
    });
  }
}

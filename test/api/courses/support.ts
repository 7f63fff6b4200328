import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ContentImport, type ImportReport } from '../../../api/src/modules/content/index.js';
import { FIXTURE, FIXTURE_CONTENT } from '../../support/content-template.js';
import type { TestApp, TestPerson } from '../../support/test-app.js';

export interface ContentFolder {
  folder: string;
  /** Replaces the first place where `from` stands; fails when it stands nowhere. */
  edit(file: string, from: string, to: string): Promise<void>;
  move(file: string, to: string): Promise<void>;
  remove(): Promise<void>;
}

/** A copy of the fixture content that a test may change. */
export async function copyOfFixture(): Promise<ContentFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'readyroom-content-'));
  await cp(FIXTURE_CONTENT, folder, { recursive: true });
  return {
    folder,
    edit: async (file, from, to) => {
      const text = await readFile(join(folder, file), 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
      await writeFile(join(folder, file), text.replace(from, to));
    },
    move: (file, to) => rename(join(folder, file), join(folder, to)),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Imports the fixture with these edits, as a draft. */
export async function changeFixture(
  app: TestApp,
  edits: [file: string, from: string, to: string][],
): Promise<ImportReport> {
  const copy = await copyOfFixture();
  try {
    for (const edit of edits) await copy.edit(...edit);
    return await app.app.get(ContentImport).load(copy.folder, { publish: 'none' });
  } finally {
    await copy.remove();
  }
}

/** Enrols somebody in the published version of the fixture course. */
export async function begin(app: TestApp, person: TestPerson): Promise<void> {
  await app.database.query(
    `INSERT INTO enrolment (person_id, course_id, version_id, tier, started_at, last_activity_at)
     SELECT $1, c.id, c.published_version_id, 'frontline', $3, $3 FROM course c WHERE c.id = $2`,
    [person.id, FIXTURE.courseId, app.clock.now()],
  );
}

export async function complete(app: TestApp, person: TestPerson): Promise<void> {
  await app.database.query(
    `WITH e AS (UPDATE enrolment SET completed_at = $2 WHERE person_id = $1 RETURNING *)
     INSERT INTO completion (person_id, course_id, version_id, enrolment_id, tier, department_id, completed_at)
     SELECT person_id, course_id, version_id, id, tier, $3, $2 FROM e`,
    [person.id, app.clock.now(), person.departmentId],
  );
}

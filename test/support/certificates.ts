import type { IncomingMessage } from 'node:http';
import { issueCertificate } from '../../api/src/modules/certificates/index.js';
import { bareCourse, finishCourse } from './bare-course.js';
import type { TestApp, TestClient } from './test-app.js';

/** A person's certificate of a course (a new bare one unless given); answers its id and code. */
export async function certificateOf(
  app: TestApp,
  personId: string,
  options: { courseId?: string; score?: number } = {},
): Promise<{ id: string; code: string; courseId: string }> {
  const courseId = options.courseId ?? (await bareCourse(app, '危机沟通'));
  await finishCourse(app, personId, courseId, options.score);
  const [completion] = await app.database.query<{ id: string }>(
    'SELECT id FROM completion WHERE person_id = $1 AND course_id = $2',
    [personId, courseId],
  );
  const id = await app.database.transaction((tx) => issueCertificate(tx, app.clock.now(), completion!.id));
  const [row] = await app.database.query<{ code: string }>('SELECT code FROM certificate WHERE id = $1', [
    id,
  ]);
  return { id, code: row!.code, courseId };
}

/** A file answer as bytes. */
export const download = (client: TestClient, path: string) =>
  client
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      const stream = response as unknown as IncomingMessage;
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => done(null, Buffer.concat(chunks)));
    });

// The floor: bare Fastify and pg, the same statements in the same transactions, and nothing else. No validation, no
// access rules, no serializer, no scoring; what it answers has the shape that the journey needs.
import { createHash, randomBytes } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import {
  ME,
  SESSION_ACTOR,
  SESSION_OPEN,
  SIGN_IN_LOGIN,
  SIGN_IN_SEEN,
  THROTTLE_CHECK,
  THROTTLE_CLEAR,
} from '../../api/dist/modules/auth/auth.sql.js';
import { verifyPassword } from '../../api/dist/modules/auth/passwords.js';
import * as attempts from '../../api/dist/modules/attempts/attempts.sql.js';
import * as learning from '../../api/dist/modules/learning/learning.sql.js';

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 20,
  options: '-c search_path=readyroom,public -c timezone=UTC',
});
pool.on('error', () => undefined);
const on = (client, { name, text }, values) => client.query({ name, text, values }).then(({ rows }) => rows);
const named = Object.fromEntries(Object.entries(attempts).map(([name, text]) => [name, { name, text }]));
const digest = (token) => createHash('sha256').update(token).digest();

const { rows: pool10 } = await pool.query(
  `SELECT v.question_id AS id, v.id AS version, v.topic_key AS topic, v.type, v.prompt, v.body
   FROM course c JOIN course_version_question x ON x.version_id = c.published_version_id JOIN question_version v ON v.id = x.question_version_id
   WHERE c.position = (SELECT min(position) FROM course) AND v.type = 'single' AND v.tiers IS NULL ORDER BY v.id LIMIT 10`,
);
const { rows: lessons } = await pool.query('SELECT id, blocks FROM lesson');
const lessonById = new Map(lessons.map(({ id, blocks }) => [id, blocks.map(({ zh }) => zh)]));
const questions = pool10.map((question, i) => ({
  position: i + 1,
  type: 'single',
  prompt: question.prompt,
  options: ['o1', 'o2', 'o3'].map((id) => ({ id, text: question.prompt })),
  targets: [],
}));

/** Sessions are looked up as often as the product does: once, then believed for 0.8 s. */
const believed = new Map();
async function person(request) {
  const token = /readyroom_session=([^;]+)/.exec(request.headers.cookie ?? '')[1];
  const known = believed.get(token);
  if (known && known.until > performance.now()) return known.id;
  const [row] = await on(pool, SESSION_ACTOR, [digest(token)]);
  believed.set(token, { id: row.person_id, until: performance.now() + 800 });
  return row.person_id;
}
async function transaction(work) {
  const client = await pool.connect();
  try {
    await client.query('START TRANSACTION');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } finally {
    client.release();
  }
}

const app = Fastify();
app.get('/api/health', () => ({ ok: true }));
app.post('/api/auth/sign-in', async (request, reply) => {
  const { login, password } = request.body;
  await on(pool, THROTTLE_CHECK, [[`account:${login}`, `address:${request.ip}`]]);
  const [row] = await on(pool, SIGN_IN_LOGIN, [login]);
  if (!(await verifyPassword(row.password_hash, password))) throw new Error('wrong');
  await on(pool, THROTTLE_CLEAR, [`account:${login}`]);
  const now = new Date();
  const token = randomBytes(32).toString('base64url');
  await on(pool, SIGN_IN_SEEN, [row.id, now]);
  await on(pool, SESSION_OPEN, [digest(token), row.id, now, new Date(now.getTime() + 86_400_000), false]);
  await on(pool, SESSION_ACTOR, [digest(token)]);
  believed.set(token, { id: row.id, until: performance.now() + 800 });
  void reply.header('set-cookie', `readyroom_session=${token}; Path=/; HttpOnly`);
  return (await on(pool, ME, [row.id]))[0];
});
app.get('/api/learn/home', async (request) => on(pool, learning.HOME, [await person(request), new Date()]));
app.get(
  '/api/learn/courses/:course',
  async (request) =>
    (await on(pool, learning.COURSE, [await person(request), new Date(), request.params.course]))[0],
);
app.get('/api/learn/lessons/:lesson', async (request) => {
  const [row] = await on(pool, learning.LESSON, [
    await person(request),
    request.query.courseId,
    request.params.lesson,
  ]);
  return { ...row, blocks: lessonById.get(request.params.lesson) };
});
app.put('/api/learn/lessons/:lesson/progress', async (request) => {
  const id = await person(request);
  const { courseId } = request.query;
  const now = new Date();
  await on(pool, learning.COURSE, [id, now, courseId]);
  return transaction(async (client) => {
    await client.query(learning.LOCK_ENROLMENT, [id, courseId]);
    const [course] = await on(client, learning.COURSE, [id, now, courseId]);
    const { blockId, seq } = request.body;
    await on(client, learning.SAVE_PROGRESS, [
      course.enrolment_id,
      course.revision,
      90,
      request.params.lesson,
      blockId,
      100,
      seq,
      true,
      false,
      now,
    ]);
    await client.query('SELECT id FROM enrolment WHERE id = $1 FOR NO KEY UPDATE', [course.enrolment_id]);
    const { rows } = await client.query(learning.COMPLETION_STATE, [course.enrolment_id]);
    return { done: rows.length };
  });
});
app.post('/api/learn/quizzes/:quiz/attempts', async (request, reply) => {
  const id = await person(request);
  const { courseId } = request.query;
  const [standing] = await on(pool, named.ATTEMPT_STANDING, [id, courseId]);
  const now = new Date();
  const presentation = JSON.stringify({ options: ['a', 'b', 'c'], targets: [] });
  const [row] = await on(pool, named.ATTEMPT_OPEN, [
    standing.id,
    id,
    courseId,
    standing.versionId,
    request.params.quiz,
    standing.tier,
    standing.departmentId,
    'graded',
    null,
    1,
    now,
    new Date(now.getTime() + 1_200_000),
    pool10.map((q) => q.id),
    pool10.map((q) => q.version),
    pool10.map((q) => q.topic),
    pool10.map(() => presentation),
  ]);
  void reply.status(201);
  return { id: row.id, questions };
});
app.put('/api/learn/attempts/:attempt/answers', async (request) => {
  const id = await person(request);
  const now = new Date();
  const { answers, deviceId } = request.body;
  const [row] = await on(pool, named.ATTEMPT_SAVE, [
    request.params.attempt,
    id,
    deviceId,
    now,
    new Date(now.getTime() - 60_000),
    new Date(now.getTime() - 3_000),
    answers.map((a) => a.position),
    answers.map((a) => a.seq),
    answers.map((a) => JSON.stringify(a.answer)),
  ]);
  return row;
});
app.post('/api/learn/attempts/:attempt/submit', async (request) => {
  const id = await person(request);
  const { attempt } = request.params;
  const now = new Date();
  await transaction(async (client) => {
    const rows = await on(client, named.ATTEMPT_LOCK, [attempt, id]);
    await on(client, named.ATTEMPT_FINISH, [
      attempt,
      now,
      'learner',
      request.headers['idempotency-key'],
      'digest',
      '0',
      10,
      0,
      false,
      rows.map((r) => r.position),
      rows.map(() => '0'),
      rows.map((r) => r.seq),
      rows.map((r) => JSON.stringify(r.answer)),
    ]);
  });
  const [row] = await on(pool, named.ATTEMPT_RESULT, [attempt, id]);
  return { ...row, questions };
});
app.get('/api/learn/attempts/:attempt/result', async (request) => {
  const [row] = await on(pool, named.ATTEMPT_RESULT, [request.params.attempt, await person(request)]);
  return { ...row, questions };
});
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));

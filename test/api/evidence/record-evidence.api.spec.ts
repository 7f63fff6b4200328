import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verifyBundle } from '../../../api/src/modules/evidence/chain/verify-bundle.js';
import { takeTurn } from '../../../api/src/platform/database/turns.js';
import { EvidenceChain } from '../../../api/src/modules/evidence/index.js';
import { FIXTURE } from '../../support/content-template.js';
import type { TestApp, TestClient, TestPerson } from '../../support/test-app.js';
import { assign, withdraw } from '../../support/learner.js';
import { QuizSetting } from '../attempts/quiz-setting.js';
import { doCourse, hrDesk } from '../certification/program-setting.js';

interface Line {
  entry: { kind: string; person: string | null; payload: Record<string, unknown>; seq: number };
}

describe('Evidence', () => {
  let quiz: QuizSetting;
  let app: TestApp;
  let auditor: TestClient;
  let chain: EvidenceChain;
  let person: TestPerson;
  let programId: string;

  beforeAll(async () => {
    quiz = await QuizSetting.start();
    app = quiz.app;
    chain = app.app.get(EvidenceChain);
    ({ client: auditor } = await app.signedIn({ name: '审计员', roles: ['employee', 'auditor'] }));
  });
  afterAll(() => quiz.stop());

  const exported = async (
    query = '',
    as: TestClient = auditor,
  ): Promise<{ file: Buffer; entries: Line['entry'][] }> => {
    const answer = await as
      .get(`/evidence/export${query}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    expect(answer.status).toBe(200);
    const file = answer.body as Buffer;
    const lines = file.toString().trimEnd().split('\n').map((line) => JSON.parse(line) as Line); // prettier-ignore
    return { file, entries: lines.filter((line) => 'entry' in line).map(({ entry }) => entry) };
  };
  const kinds = (entries: Line['entry'][]) => entries.map(({ kind }) => kind);

  it('without a session it should answer 401, and 403 for somebody who may not read it', async () => {
    expect((await app.client().get('/evidence/state')).status).toBe(401);
    const { client } = await app.signedIn();
    expect((await client.get('/evidence/export')).status).toBe(403);
  });

  it('when a quiz is handed in it should hold what was asked, answered and scored', async () => {
    const learner = await quiz.learner();
    const attempt = await quiz.open(learner);
    await quiz.submit(learner.client, attempt.id, { answers: quiz.allRight(attempt) });
    const { entries } = await exported(`?personId=${learner.person.id}`);
    expect(kinds(entries)).toEqual(['course.completed', 'attempt.finished']);
    const payload = entries[1]!.payload as {
      questions: { version: string; answer: unknown; points: number }[];
    };
    expect(payload).toMatchObject({
      attempt: attempt.id,
      passed: true,
      scorePercent: 100,
      finishedBy: 'learner',
      versionNumber: 1,
    });
    expect(payload.questions).toHaveLength(attempt.questions.length);
    for (const question of payload.questions) {
      expect(question.version).toMatch(/^[0-9a-f-]{36}$/);
      expect(question.answer).not.toBeNull();
      // What somebody typed could hold a name.
      expect(question.answer).not.toHaveProperty('text');
      expect(question.points).toBeGreaterThan(0);
    }
  });

  it('when a program goes through its life it should hold every step, and nobody by name', async () => {
    const desk = await hrDesk(app);
    person = await app.person({ name: '欧阳娜娜', department: '客服' });
    programId = await desk.program();
    await desk.rule(programId, { tiers: ['frontline'], departmentIds: [person.departmentId] });
    await doCourse(app, person);
    const client = await desk.client();
    const at = `/people/${person.id}/certifications/${programId}`;
    await client
      .post(`${at}/waivers`, { kind: 'waiver', until: '2026-06-01', reason: '欧阳娜娜产假' })
      .expect(200);
    const [waiver] = await app.database.query<{ id: string }>('SELECT id FROM waiver');
    await client.post(`${at}/waivers/${waiver!.id}/end`, { reason: '欧阳娜娜提前返岗' }).expect(200);
    await client.post(`${at}/revoke`, { reason: '作弊，欧阳娜娜', dueDays: 14 }).expect(200);

    const { entries, file } = await exported(`?personId=${person.id}`);
    expect(kinds(entries).sort()).toEqual([
      'certification.completed',
      'certification.revoked',
      'course.completed',
      'program.made',
      'rule.set',
      'waiver.ended',
      'waiver.given',
    ]);
    expect(verifyBundle(file).fault).toBeNull();
    const hashed = file.toString().split('\n').filter((line) => line.startsWith('{"entry"')).join(); // prettier-ignore
    expect(hashed).not.toMatch(/欧阳|产假|返岗|作弊/);
    expect(file.toString()).toContain('欧阳娜娜');
  });

  it('when an assignment is made and taken back it should hold both with the rule', async () => {
    const other = await app.person();
    const rule = await assign(app, other.id, { dueOn: '2026-04-01' });
    await withdraw(app, rule);
    const { entries } = await exported(`?personId=${other.id}`);
    expect(kinds(entries).sort()).toEqual(['assignment.made', 'assignment.withdrawn', 'rule.set']);
    expect(entries.find(({ kind }) => kind === 'assignment.made')!.payload).toEqual({
      courses: [FIXTURE.courseId],
      dueOn: '2026-04-01',
      joinedLater: false,
    });
  });

  it('when two processes link at once there should be one chain without a gap', async () => {
    await app.database.query(`INSERT INTO evidence_entry (kind, happened_at, payload)
      SELECT 'rule.set', now(), jsonb_build_object('n', n) FROM generate_series(1, 4500) n`);
    const linked = await Promise.all([chain.link(), chain.link(), chain.link()]);
    expect(linked.reduce((a, b) => a + b)).toBe(4500);
    const [row] = await app.database.query<{ n: number; last: number }>(
      'SELECT count(seq) AS n, max(seq) AS last FROM evidence_entry',
    );
    expect(row!.n).toBe(row!.last);
    expect(await chain.link()).toBe(0);
  });

  it('should go on being linked while people and rules are being changed, and the other way round', async () => {
    await app.database.query(
      `INSERT INTO evidence_entry (kind, happened_at, payload) VALUES ('rule.set', now(), '{}')`,
    );
    await app.database.transaction(async (tx) => {
      await takeTurn(tx, 'staff');
      expect(await chain.link()).toBeGreaterThan(0);
    });
    await app.database.transaction(async (tx) => {
      await takeTurn(tx, 'evidenceChain');
      await app.database.transaction((other) => takeTurn(other, 'staff'));
    });
  });

  it('when everything is taken away it should be one whole chain; a program, what belongs to it', async () => {
    const all = await exported();
    expect(verifyBundle(all.file)).toMatchObject({ fault: null, header: { about: 'everything' } });
    expect(all.entries.map(({ seq }) => seq)).toEqual(all.entries.map((_, i) => i + 1));
    const one = await exported(`?programId=${programId}`);
    expect(verifyBundle(one.file).fault).toBeNull();
    expect(new Set(one.entries.map((entry) => entry.person))).toEqual(new Set([person.id, null]));
    expect(kinds(one.entries)).toContain('course.completed');
  });

  it('when a bundle is handed out its digest should be kept', async () => {
    const { file } = await exported(`?personId=${person.id}`);
    const [kept] = await app.database.query<{ digest: string }>(
      'SELECT digest FROM evidence_bundle ORDER BY made_at DESC, id DESC LIMIT 1',
    );
    expect(verifyBundle(file).digest).toBe(kept!.digest);
  });

  it('when the course is retired and the person is erased it should still hold, without a name', async () => {
    const before = verifyBundle((await exported(`?personId=${person.id}`)).file).anchors;
    await app.database.query(`UPDATE course_version SET status = 'retired'`);
    const { client: hr } = await app.signedIn({ roles: ['hr'] });
    await hr.patch(`/people/${person.id}`, { status: 'left' }).expect(200);
    const { body: erased } = await hr.post(`/people/${person.id}/erasure`, { employeeNo: person.employeeNo });
    const after = await exported(`?personId=${person.id}`);
    expect(after.file.toString()).toContain(erased.pseudonym);
    expect(after.file.toString()).not.toContain(person.employeeNo);
    expect(verifyBundle(after.file).fault).toBeNull();
    expect(verifyBundle(after.file).anchors.slice(0, before.length)).toEqual(before);
    expect(after.file.toString()).not.toMatch(/欧阳|产假/);
    expect((await auditor.get('/evidence/check')).body.fault).toBeNull();
  });

  it('when the reader is limited to a sub-tree the whole chain and strangers should be refused', async () => {
    const { client } = await app.signedIn({
      roles: ['employee', 'hr'],
      scope: '总部/财务',
      department: '总部/财务',
    });
    expect((await client.get('/evidence/export')).body.code).toBe('evidence.out_of_scope');
    expect((await client.get(`/evidence/export?personId=${person.id}`)).body.code).toBe('person.not_found');
    expect((await client.get(`/evidence?personId=${person.id}`)).body.total).toBe(0);
    const { entries } = await exported(`?programId=${programId}`, client);
    expect(entries.filter((entry) => entry.person !== null)).toEqual([]);
  });

  it('when days are over they should be anchored once', async () => {
    await app.database.query(
      `INSERT INTO evidence_entry (kind, happened_at, payload) VALUES ('rule.set', now(), '{}')`,
    );
    app.clock.set(new Date(Date.now() - 86_400_000).toISOString());
    expect(await chain.anchorDays()).toBe(0);
    app.clock.set(new Date(Date.now() + 2 * 86_400_000).toISOString());
    expect(await chain.anchorDays()).toBe(1);
    expect(await chain.anchorDays()).toBe(0);
    const [{ waiting } = { waiting: 1 }] = await app.database.query<{ waiting: number }>(
      'SELECT max(e.seq) - max(a.last_seq) AS waiting FROM evidence_entry e, evidence_anchor a',
    );
    expect(waiting).toBe(0);
  });

  it('when the verifier is started with a file it should say that it holds, or the line, without a database', async () => {
    app.clock.set('2026-03-02T01:00:00.000Z');
    const { file } = await exported(`?programId=${programId}`);
    const folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    try {
      const [whole, changed] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
      await writeFile(whole, file);
      const at = file.indexOf('"tier":"frontline"') + 9;
      const wrong = Buffer.from(file);
      wrong[at] = 'F'.charCodeAt(0);
      await writeFile(changed, wrong);
      const run = (...words: string[]) =>
        promisify(execFile)(process.execPath, ['api/dist/cli/evidence-verify.js', ...words], {
          env: {},
        }).then(
          ({ stdout }) => ({ code: 0, text: stdout }),
          (error: { code: number; stderr: string }) => ({ code: error.code, text: error.stderr }),
        );
      const line = file.subarray(0, at).filter((byte) => byte === 10).length + 1;
      expect(await run(whole)).toMatchObject({ code: 0, text: expect.stringContaining('GENUINE') });
      expect(await run(changed)).toMatchObject({ code: 1, text: expect.stringContaining(`line ${line}:`) });
      const anchor = verifyBundle(file).anchors[0]!;
      expect((await run(whole, '--anchor', anchor)).code).toBe(0);
      expect((await run(whole, '--anchor', 'f'.repeat(64))).code).toBe(1);
      expect((await run()).code).toBe(2);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('when a course is deleted with everything learnt in it its bundle should hold as before', async () => {
    app.clock.set('2026-03-02T01:00:00.000Z');
    const auditorNow = (await app.signedIn({ roles: ['employee', 'auditor'] })).client;
    const before = await exported(`?personId=${person.id}`, auditorNow);
    await app.database.query('TRUNCATE course CASCADE');
    const after = await exported(`?personId=${person.id}`, auditorNow);
    expect(verifyBundle(after.file).fault).toBeNull();
    expect(after.entries).toEqual(before.entries);
    expect(kinds(after.entries)).toContain('course.completed');
  });

  it.each([
    `UPDATE evidence_entry SET payload = '{}'`,
    `UPDATE evidence_entry SET hash = NULL, seq = NULL, previous = NULL`,
    `DELETE FROM evidence_entry`,
    `TRUNCATE evidence_entry`,
    `UPDATE evidence_anchor SET day = day`,
    `DELETE FROM evidence_anchor`,
    `DELETE FROM evidence_bundle`,
  ])('when somebody with the database tries %s it should be refused', async (statement) => {
    await expect(app.database.query(statement)).rejects.toThrow('is only ever added to');
  });

  it('when somebody goes round the triggers what is stored should be found wrong at the first entry', async () => {
    const check = async (from = 1) =>
      (await auditor.get(`/evidence/check?from=${from}`)).body as { fault: unknown; nextSeq: number | null };
    expect(await check()).toMatchObject({ fault: null, nextSeq: null });
    const tampered = (statement: string) =>
      app.database.transaction(async (tx) => {
        await tx.query(`SET LOCAL session_replication_role = replica`);
        await tx.query(statement);
      });
    await tampered(`UPDATE evidence_entry SET kind = kind || '!' WHERE seq = 1`);
    expect((await check()).fault).toEqual({ seq: 1, what: 'entry' });
    await tampered(`UPDATE evidence_entry SET kind = trim('!' FROM kind) WHERE seq = 1`);
    expect((await check()).fault).toBeNull();
    await tampered(`UPDATE evidence_anchor SET root = sha256('x') WHERE number = 1`);
    expect((await check()).fault).toMatchObject({ what: 'anchor' });
    await tampered(`DELETE FROM evidence_entry WHERE seq = 7`);
    expect((await check()).fault).toEqual({ seq: 7, what: 'gap' });
  });
});

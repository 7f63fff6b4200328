import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { BriefingJoining } from '../../../api/src/modules/briefings/briefing-joining.js';
import { EvidenceChain } from '../../../api/src/modules/evidence/index.js';
import { verifyBundle } from '../../../api/src/modules/evidence/chain/verify-bundle.js';
import { TestApp, type TestPerson } from '../../support/test-app.js';
import { briefing, briefingDesk, sendBody } from './briefing-setting.js';

const PEOPLE = 4;
const WITHIN = 30;

interface Receipt {
  person: string;
  version: number;
  asked: string;
  due: string;
  joined: boolean;
}

const who = fc.nat(PEOPLE - 1);
const event = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('shift' as const),
    who,
    after: fc.integer({ min: -30, max: 45 }),
    minutes: fc.integer({ min: 5, max: 90 }),
  }),
  fc.record({ kind: fc.constantFrom('free' as const, 'comes' as const, 'goes' as const), who }),
  fc.record({ kind: fc.constantFrom('leaves' as const, 'returns' as const, 'answers' as const), who }),
  fc.record({ kind: fc.constantFrom('look' as const, 'correct' as const, 'stop' as const) }),
);

describe('Who joins while a flash briefing runs', () => {
  let app: TestApp;
  let hr: TestPerson;
  let people: TestPerson[];
  let outside: string;
  let desk: ReturnType<typeof briefingDesk>;
  const look = () => app.app.get(BriefingJoining).handle();
  const at = (minutes: number) => new Date(app.clock.now().getTime() + minutes * 60_000);
  const onShift = (person: TestPerson, from: number, to: number) =>
    app.database.query('INSERT INTO shift (person_id, starts_at, ends_at) VALUES ($1, $2, $3)', [
      person.id,
      at(from),
      at(to),
    ]);
  const receipts = (id: string): Promise<Receipt[]> =>
    app.database.query(
      `SELECT person_id AS person, version, asked_at AS asked, due_at AS due, joined FROM briefing_receipt
       WHERE briefing_id = $1 ORDER BY version, asked_at, person_id`,
      [id],
    );

  beforeAll(async () => void (app = await TestApp.start()));
  afterAll(() => app.stop());
  beforeAll(async () => {
    hr = await app.person({ roles: ['hr'], department: '人力', tier: 'manager' });
    outside = (await app.person({ department: '仓库' })).departmentId;
    people = [];
    for (let n = 0; n < PEOPLE; n++)
      people.push(await app.person({ name: `店员${n}`, department: '门店/一店' }));
    desk = briefingDesk(app, hr);
  });
  afterEach(async () => {
    await app.database.query('DELETE FROM shift');
    await app.database.query(
      `UPDATE briefing SET stopped_at = $1, stopped_by = $2, stop_reason = '测试结束' WHERE stopped_at IS NULL`,
      [app.clock.now(), hr.id],
    );
    await app.database.query(`UPDATE person SET status = 'active', department_id = $1 WHERE id = ANY($2)`, [
      people[0]!.departmentId,
      people.map(({ id }) => id),
    ]);
  });

  it('when somebody comes on shift they should be asked once, told once, and have a clock of their own', async () => {
    const [early, late] = people as [TestPerson, TestPerson];
    await onShift(early, -60, 60);
    await onShift(late, 20, 500);
    const audience = { department: [early.departmentId] };
    const { id } = (await desk.send(sendBody({ audience, shift: 'only' }))).body.briefing;
    await look();
    expect(await desk.mine(late)).toEqual([]);
    app.clock.advance({ minutes: 20 });
    await Promise.all([look(), look()]);
    await look();
    expect(await receipts(id)).toEqual([
      { person: early.id, version: 1, asked: at(-20), due: at(10), joined: false },
      { person: late.id, version: 1, asked: at(0), due: at(30), joined: true },
    ]);
    const told = await app.database.query(
      `SELECT channel FROM delivery WHERE person_id = $1 AND effect_key LIKE 'briefing:' || $2 || ':%' ORDER BY 1`,
      [late.id, id],
    );
    expect(told).toEqual([{ channel: 'email' }, { channel: 'inbox' }]);
    expect(await desk.mine(late)).toMatchObject([{ id, dueAt: at(30).toISOString(), changed: null }]);
    expect(await desk.board(id)).toMatchObject({
      total: { asked: 2 },
      joined: 1,
      briefing: { joiners: true },
    });
    const listed = await (await app.as(hr)).get(`/briefings/${id}/people`).expect(200);
    expect(listed.body.items).toMatchObject([
      { person: { name: '店员0' }, joined: false },
      { person: { name: '店员1' }, joined: true, dueAt: at(30).toISOString() },
    ]);
  });

  it('when it was sent without joiners, or a week ago, nobody should join', async () => {
    const [one, two] = people as [TestPerson, TestPerson];
    await onShift(one, -60, 20_000);
    const audience = { department: [one.departmentId] };
    const fixed = (await desk.send(sendBody({ audience, shift: 'only', joiners: false }))).body.briefing.id;
    const open = (await desk.send(sendBody({ audience, shift: 'only' }))).body.briefing.id;
    app.clock.advance({ days: 7 });
    await onShift(two, -10, 10);
    await look();
    expect([(await receipts(fixed)).length, (await receipts(open)).length]).toEqual([1, 1]);
  });

  it('when somebody joins a corrected version it should not tell them what was wrong before', async () => {
    const [early, late] = people as [TestPerson, TestPerson];
    await onShift(early, -60, 60);
    const audience = { department: [early.departmentId] };
    const { id } = (await desk.send(sendBody({ audience, shift: 'only' }))).body.briefing;
    const changed = { zh: '热线号码改为 8002。', en: 'The hotline is now 8002.' };
    const client = await app.as(hr);
    await client.post(`/briefings/${id}/versions`, { after: 1, document: briefing(), changed }).expect(200);
    await onShift(late, -1, 60);
    await look();
    expect(await desk.mine(early)).toMatchObject([{ version: 2, changed }]);
    expect(await desk.mine(late)).toMatchObject([{ version: 2, changed: null }]);
    expect((await desk.inbox(late))[0]!.title.zh).toBe('【紧急通报】数据泄露传闻');
    expect((await desk.inbox(early))[0]!.title.zh).toBe('【紧急通报·更正】数据泄露传闻');
  });

  it('should leave what was asked and acknowledged in the chain, in a bundle that holds', async () => {
    const [one] = people as [TestPerson];
    const { id } = (await desk.send(sendBody({ audience: { person: [one.id] } }))).body.briefing;
    app.clock.advance({ minutes: WITHIN + 1 });
    await desk.acknowledge(one, id);
    await desk.acknowledge(one, id);
    await app.app.get(EvidenceChain).anchorAll();
    const file = await (
      await app.as(hr)
    )
      .get(`/evidence/export?personId=${one.id}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const bytes = file.body as Buffer;
    const entries = bytes
      .toString()
      .split('\n')
      .flatMap((line) => (line.startsWith('{"entry"') ? [JSON.parse(line).entry] : []))
      .filter(({ payload }) => payload.briefing === id);
    const [version] = await app.database.query<{ digest: string }>(
      `SELECT encode(sha256(convert_to(briefing_id || ':' || document::text, 'UTF8')), 'hex') AS digest
       FROM briefing_version WHERE briefing_id = $1`,
      [id],
    );
    expect(entries.map(({ kind }) => kind)).toEqual(['briefing.asked', 'briefing.acknowledged']);
    expect(entries[0]).toMatchObject({
      person: one.id,
      payload: { version: 1, documentDigest: version!.digest, joinedLater: false, by: hr.id },
    });
    expect(entries[1].payload).toMatchObject({
      documentDigest: version!.digest,
      late: true,
      wrongAnswers: 0,
    });
    expect(verifyBundle(bytes).fault).toBeNull();
    const forged = Buffer.from(bytes.toString().replace('"late":true', '"late":null'));
    expect(verifyBundle(forged).fault).not.toBeNull();
  });

  it('when a look comes at any moment it should have asked exactly those who fit then, each once a version', async () => {
    const reset = async () => {
      await app.database.query('DELETE FROM shift');
      await app.database.query(`UPDATE person SET status = 'active', department_id = $1 WHERE id = ANY($2)`, [
        people[0]!.departmentId,
        people.map(({ id }) => id),
      ]);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('all' as const, 'only' as const, 'also' as const),
        fc.boolean(),
        fc.array(event, { minLength: 4, maxLength: 14 }),
        async (mode, joiners, events) => {
          await reset();
          // What the rule says, kept beside what the database does.
          const inside = people.map(() => true);
          const here = people.map(() => true);
          let shifts: { who: number; from: number; to: number }[] = [];
          const expected: Receipt[] = [];
          let version = 1;
          let running = true;
          const now = () => app.clock.now().getTime();
          const fits = (n: number): boolean => {
            const working = shifts.some((s) => s.who === n && s.from <= now() && s.to > now());
            return (
              here[n]! &&
              (mode === 'all' ? inside[n]! : mode === 'only' ? inside[n]! && working : inside[n]! || working)
            );
          };
          const ask = (joined: boolean) =>
            people.forEach(({ id: person }, n) => {
              const mine = expected.filter((one) => one.person === person);
              const again = here[n]! && mine.some((one) => one.version < version);
              if ((fits(n) || again) && !mine.some((one) => one.version === version))
                expected.push({ person, version, asked: String(now()), due: String(now() + WITHIN * 60_000), joined }); // prettier-ignore
            });

          await onShift(people[0]!, -10, 25);
          shifts.push({ who: 0, from: now() - 600_000, to: now() + 1_500_000 });
          const document = briefing({ title: { zh: `通报 ${randomUUID()}`, en: 'Briefing' } });
          // People whom the rest of the test does not know are no part of it: only these four can be meant.
          const audience = { all: [{ department: [people[0]!.departmentId] }] };
          const sent = await desk.send(sendBody({ document, audience, shift: mode, joiners }));
          const id = sent.body.briefing.id as string;
          ask(false);
          for (const one of events) {
            if (one.kind === 'wait') app.clock.advance({ minutes: one.minutes });
            if (one.kind === 'shift') {
              const from = now() + one.after * 60_000;
              await app.database.query(
                `INSERT INTO shift (person_id, starts_at, ends_at) VALUES ($1, $2, $3)
                 ON CONFLICT (person_id, starts_at) DO UPDATE SET ends_at = excluded.ends_at`,
                [people[one.who]!.id, new Date(from), new Date(from + one.minutes * 60_000)],
              );
              shifts = shifts.filter((s) => s.who !== one.who || s.from !== from);
              shifts.push({ who: one.who, from, to: from + one.minutes * 60_000 });
            }
            if (one.kind === 'free') {
              await app.database.query('DELETE FROM shift WHERE person_id = $1', [people[one.who]!.id]);
              shifts = shifts.filter((s) => s.who !== one.who);
            }
            if (one.kind === 'comes' || one.kind === 'goes') {
              inside[one.who] = one.kind === 'comes';
              await app.database.query('UPDATE person SET department_id = $2 WHERE id = $1', [
                people[one.who]!.id,
                inside[one.who] ? people[0]!.departmentId : outside,
              ]);
            }
            if (one.kind === 'leaves' || one.kind === 'returns') {
              here[one.who] = one.kind === 'returns';
              await app.database.query('UPDATE person SET status = $2 WHERE id = $1', [
                people[one.who]!.id,
                here[one.who] ? 'active' : 'left',
              ]);
            }
            if (one.kind === 'answers')
              await app.database.query(
                `UPDATE briefing_receipt SET acknowledged_at = coalesce(acknowledged_at, $3)
                 WHERE briefing_id = $1 AND person_id = $2`,
                [id, people[one.who]!.id, app.clock.now()],
              );
            if (one.kind === 'look') {
              await Promise.all([look(), look()]);
              if (running && joiners) ask(true);
            }
            if (one.kind === 'correct' && running) {
              const body = { after: version, document: briefing(), changed: briefing().facts };
              const { status } = await (await app.as(hr)).post(`/briefings/${id}/versions`, body);
              const before = version;
              version++;
              const length = expected.length;
              ask(false);
              // With nobody left to ask there is no new version.
              if (expected.length === length) version = before;
              expect(status).toBe(version === before ? 409 : 200);
            }
            if (one.kind === 'stop' && running) {
              await (await app.as(hr)).post(`/briefings/${id}/stop`, { reason: '平息' }).expect(200);
              running = false;
            }
          }
          const plain = (all: readonly Receipt[]) =>
            all.map((r) => `${r.version} ${r.person} ${Number(r.asked)} ${Number(r.due)} ${r.joined}`).sort();
          const found = (await receipts(id)).map((r) => ({
            ...r,
            asked: String(new Date(r.asked).getTime()),
            due: String(new Date(r.due).getTime()),
          }));
          expect(plain(found)).toEqual(plain(expected));
          const [told] = await app.database.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM delivery WHERE effect_key ~ ('^briefing:' || $1 || ':\\d+:[0-9a-f-]{36}:')`,
            [id],
          );
          expect(told!.n).toBe(2 * expected.length);
          await app.database.query(
            `UPDATE briefing SET stopped_at = $1, stopped_by = $2, stop_reason = '测试结束' WHERE id = $3 AND stopped_at IS NULL`,
            [app.clock.now(), hr.id, id],
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

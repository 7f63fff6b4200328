import { planned, ScheduleSetting } from './schedule-setting.js';

describe('Before the day', () => {
  let setting: ScheduleSetting;
  beforeAll(async () => {
    setting = await ScheduleSetting.start();
  });
  afterAll(() => setting.stop());
  const get = (path: string) => setting.trainer.client.get(`/drill-schedules/${path}`);

  it('when the caller may not it should answer 401 or 403', async () => {
    const { id } = await setting.create({ startsAt: '2026-12-01T10:00' });
    for (const path of [`/drill-schedules/${id}/conflicts`, `/drill-schedules/${id}/pre-flight`]) {
      expect((await setting.app.client().get(path)).status).toBe(401);
      expect((await setting.desk.client.get(path)).status).toBe(403);
    }
    expect((await get(`${id}/pre-flight?occurrenceId=x`)).status).toBe(400);
  });

  it('GET …/conflicts should show people cast twice at a time and scenarios that come again too soon', async () => {
    const first = await setting.create({ startsAt: '2026-06-01T10:00', title: '第一场' });
    const second = await setting.create({ startsAt: '2026-06-01T10:03', title: '第二场' });
    const third = await setting.create({ startsAt: '2026-06-10T10:00', title: '第三场' });
    const far = await setting.create({ startsAt: '2026-06-25T10:00' });
    const of = async (id: string) =>
      (await get(`${id}/conflicts`)).body.items.map(
        (one: { kind: string; person: { id: string }; other: { title: string } }) =>
          one.person.id === setting.desk.person.id ? [one.kind, one.other.title] : [],
      );
    expect((await of(first.id)).filter(({ length }: string[]) => length)).toEqual([
      ['overlap', '第二场'],
      ['repeated', '第三场'],
    ]);
    expect((await of(third.id)).filter(({ length }: string[]) => length)).toEqual([
      ['repeated', '第一场'],
      ['repeated', '第二场'],
    ]);
    expect(await of(far.id)).toEqual([]);
    const { body } = await get(`${second.id}/pre-flight`);
    expect(body.findings.find(({ code }: { code: string }) => code === 'conflict').people).toHaveLength(3);
  });

  it('GET …/pre-flight should find who cannot be reached, what is missing and a time that does not fit', async () => {
    const stranger = await setting.app.person({ tier: 'frontline' });
    await setting.app.database.query('UPDATE person SET email = NULL WHERE id = $1', [stranger.id]);
    const gone = await setting.app.person({ tier: 'manager' });
    const made = await setting.create({
      startsAt: '2026-09-01T10:00',
      cast: {
        seats: [
          { seat: 'desk', personIds: [stranger.id] },
          { seat: 'lead', personIds: [gone.id] },
        ],
      },
    });
    await setting.app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [gone.id]);
    const [one] = planned(made);
    await setting.trainer.client.patch(`/drill-schedules/${made.id}/occurrences/${one!.id}`, {
      plannedAt: '2026-09-05T02:00:00Z',
    });
    const { body } = await get(`${made.id}/pre-flight`);
    expect(body).toMatchObject({ occurrenceId: one!.id, ready: false });
    const found = new Map<string, { people: { id: string }[]; message: { zh: string } }>(
      body.findings.map((finding: { code: string }) => [finding.code, finding]),
    );
    expect(found.get('cannot_sign_in')!.people).toMatchObject([{ id: stranger.id }]);
    expect(found.get('no_address')!.people).toMatchObject([{ id: stranger.id }]);
    expect(found.get('person_gone')!.people).toMatchObject([{ id: gone.id }]);
    expect(found.get('seat_empty')!.message.zh).toContain('seat lead');
    expect(found.has('outside_hours')).toBe(true);
    expect(found.has('scenario_unpublished')).toBe(false);
  });

  it('when a series comes again too soon it should be said once, and not as a conflict of each date', async () => {
    const soon = await setting.create({ startsAt: '2027-01-11T10:00', rrule: 'FREQ=WEEKLY;COUNT=3' });
    const players = [setting.desk.person.id, setting.lead.person.id];
    const repeated = async (id: string) =>
      (await get(`${id}/pre-flight`)).body.findings
        .filter(({ code }: { code: string }) => code === 'repeats_soon')
        .map(({ people }: { people: { id: string }[] }) => people.map(({ id: person }) => person).sort());
    expect((await get(`${soon.id}/conflicts`)).body.items).toEqual([]);
    expect(await repeated(soon.id)).toEqual([players.sort()]);
    const rare = await setting.create({
      startsAt: '2027-02-15T10:00',
      rrule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=3',
    });
    expect(await repeated(rare.id)).toEqual([]);
  });

  it('when whoever leads it has left it should not be ready', async () => {
    const lead = await setting.app.person({ tier: 'manager' });
    const { id } = await setting.create({ startsAt: '2026-11-02T10:00', cast: { controllers: [lead.id] } });
    const codes = async () =>
      (await get(`${id}/pre-flight`)).body.findings.map(({ code }: { code: string }) => code);
    expect(await codes()).not.toContain('no_controller');
    await setting.app.database.query(`UPDATE person SET status = 'left' WHERE id = $1`, [lead.id]);
    expect(await codes()).toContain('no_controller');
    expect((await get(`${id}/pre-flight`)).body.ready).toBe(false);
  });

  it('when everything is in order it should be ready', async () => {
    const made = await setting.create({ startsAt: '2026-10-12T10:00' });
    const { body } = await get(`${made.id}/pre-flight`);
    expect(body.ready).toBe(true);
    const codes = body.findings.map(({ code }: { code: string }) => code);
    expect(codes).not.toContain('conflict');
    expect(codes).not.toContain('cannot_sign_in');
  });
});

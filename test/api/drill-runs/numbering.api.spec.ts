import fc from 'fast-check';
import { Database } from '../../../api/src/platform/database/database.js';
import { Numbering } from '../../../api/src/modules/drill-runs/stream/numbering.js';
import {
  sees,
  type StoredEvent,
  type Viewpoint,
} from '../../../api/src/modules/drill-runs/stream/viewpoint.js';
import { DrillSetting } from './drill-setting.js';

const VIEWPOINTS: readonly Viewpoint[] = ['control', 'evaluator', 'observer', 'seat:desk', 'seat:lead'];
const event = fc.record({
  kind: fc.constantFrom('message', 'posts', 'noted', 'inject_state', 'expectation'),
  audience: fc.constantFrom('all', 'staff', ['desk'], ['desk', 'lead']),
});

describe('how each viewpoint numbers what it sees', () => {
  let setting: DrillSetting;
  beforeAll(async () => {
    setting = await DrillSetting.start();
  });
  afterAll(() => setting.stop());

  it('when places are asked for in any order it should count as if from the beginning, from memory or from cold', async () => {
    const database = setting.app.app.get(Database);
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 1, maxLength: 40 }),
        fc.array(
          fc.record({
            viewpoint: fc.constantFrom(...VIEWPOINTS),
            at: fc.nat(45),
            by: fc.constantFrom('seen', 'id'),
            cold: fc.boolean(),
          }),
          { maxLength: 25 },
        ),
        async (bodies, questions) => {
          const { id: runId } = await setting.create();
          const events = bodies.map(({ kind, audience }, n) => ({
            id: n + 1,
            at: 0,
            audience,
            body: { kind },
          }));
          await setting.app.database.query(
            `INSERT INTO drill_event (run_id, id, at, audience, body)
             SELECT $1, e.id, e.at, e.audience, e.body
             FROM jsonb_to_recordset($2::jsonb) AS e (id int, at int, audience jsonb, body jsonb)`,
            [runId, JSON.stringify(events)],
          );
          const warm = new Numbering(database);
          for (const { viewpoint, at, by, cold } of questions) {
            const numbering = cold ? new Numbering(database) : warm;
            const seen = events.filter((one) => sees(viewpoint, one as unknown as StoredEvent));
            const upTo = (id: number) => seen.filter((one) => one.id <= id).length;
            if (by === 'id') {
              const id = Math.min(at, events.length);
              expect(await numbering.placeAt(runId, viewpoint, id)).toEqual({ id, seen: upTo(id) });
            } else {
              const place = await numbering.placeOf(runId, viewpoint, at);
              if (at > seen.length) expect(place).toBeNull();
              else expect([place!.seen, upTo(place!.id)]).toEqual([at, at]);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

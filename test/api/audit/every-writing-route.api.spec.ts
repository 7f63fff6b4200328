import { AUDIT_ACTIONS } from '@readyroom/contract';
import { NOT_AUDITED } from '../../../api/src/modules/audit/index.js';
import { describeApi } from '../../../api/src/openapi.js';
import { operationsOf, type Operation } from '../../support/handlers.js';
import { TestApp } from '../../support/test-app.js';

describe('Every writing route', () => {
  let app: TestApp;
  let operations: Operation[];

  beforeAll(async () => {
    app = await TestApp.start();
    operations = operationsOf(describeApi(app.app));
  });
  afterAll(() => app.stop());

  it('should leave an entry in the audit trail, or be excused with a reason', () => {
    const writing = operations.filter(({ method }) => method !== 'get').map(({ id }) => id);
    expect(writing.length).toBeGreaterThan(50);
    const neither = writing.filter((id) => !(id in AUDIT_ACTIONS) && !(id in NOT_AUDITED));
    const both = writing.filter((id) => id in AUDIT_ACTIONS && id in NOT_AUDITED);
    expect({ neither, both }).toEqual({ neither: [], both: [] });
  });

  it('when an operation is gone its line should go too', () => {
    const known = new Set(operations.map(({ id }) => id));
    const gone = [...Object.keys(AUDIT_ACTIONS), ...Object.keys(NOT_AUDITED)].filter((id) => !known.has(id));
    expect(gone).toEqual([]);
  });

  it('when nothing is named it should be told apart from a change: results are only read', () => {
    const reading = operations.filter(({ method }) => method === 'get').map(({ id }) => id);
    const results = Object.entries(AUDIT_ACTIONS)
      .filter(([, kind]) => kind === 'results')
      .map(([id]) => id);
    expect(results.filter((id) => !reading.includes(id))).toEqual([]);
  });
});

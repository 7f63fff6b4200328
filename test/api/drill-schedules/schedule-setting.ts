import type { DrillOccurrence, DrillScheduleDetail, MailList, ScenarioDocument } from '@readyroom/contract';
import type { z } from 'zod';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { drillScenario, publishScenario } from '../../support/drill-scenario.js';
import { TestApp, type TestClient, type TestPerson } from '../../support/test-app.js';

export const NOWHERE = '00000000-0000-7000-8000-000000000000';
type Member = { person: TestPerson; client: TestClient };

/** The product on Monday, 2 March 2026, 09:00 in Shanghai, with a published scenario of six minutes and people to cast. */
export class ScheduleSetting {
  private constructor(
    readonly app: TestApp,
    readonly document: ScenarioDocument,
    readonly trainer: Member,
    readonly admin: Member,
    readonly desk: Member,
    readonly lead: Member,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ScheduleSetting> {
    const app = await TestApp.start({ env });
    const document = drillScenario();
    await publishScenario(app, document);
    return new ScheduleSetting(
      app,
      document,
      await app.signedIn({ roles: ['employee', 'trainer'], tier: 'manager' }),
      await app.signedIn({ roles: ['employee', 'admin'], tier: 'executive' }),
      await app.signedIn({ tier: 'frontline' }),
      await app.signedIn({ tier: 'manager' }),
    );
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  body(more: object = {}): object {
    return {
      scenarioId: this.document.id,
      title: '季度演练',
      startsAt: '2026-03-09T10:00',
      cast: {
        seats: [
          { seat: 'desk', personIds: [this.desk.person.id] },
          { seat: 'lead', personIds: [this.lead.person.id] },
        ],
      },
      ...more,
    };
  }

  async create(more: object = {}): Promise<DrillScheduleDetail> {
    const { status, body } = await this.trainer.client.post('/drill-schedules', this.body(more));
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as DrillScheduleDetail;
  }

  async get(id: string): Promise<DrillScheduleDetail> {
    const trainer = await this.app.as(this.trainer.person);
    return (await trainer.get(`/drill-schedules/${id}`)).body as DrillScheduleDetail;
  }

  /** Signed in anew, as is whatever else asks after a long time. */
  async mails(of?: Member): Promise<z.infer<typeof MailList>['items']> {
    const admin = await this.app.as(this.admin.person);
    const { body } = await admin.get(`/mails?perPage=200${of ? `&personId=${of.person.id}` : ''}`);
    return (body as z.infer<typeof MailList>).items;
  }

  /** What the worker does every half minute. */
  sweep(): Promise<void> {
    return this.app.app.get(Jobs).run('drill-schedules.sweep', {});
  }
}

export const planned = ({ occurrences }: DrillScheduleDetail): DrillOccurrence[] =>
  occurrences.filter(({ state }) => state === 'planned');
export const days = (detail: DrillScheduleDetail): string[] =>
  planned(detail).map(({ plannedAt }) => plannedAt.slice(0, 16));

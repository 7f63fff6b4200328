import { randomUUID } from 'node:crypto';
import type { DrillReport, PlayerAction, Rating, ScenarioDocument } from '@readyroom/contract';
import { Jobs } from '../../../api/src/platform/queue/jobs.js';
import { bareCourse } from '../../support/bare-course.js';
import type { PersonSpec } from '../../support/test-app.js';
import { DrillSetting, message, type Cast } from '../drill-runs/drill-setting.js';

export type Objective = 'speed' | 'truth' | 'care';

/** What happens in a run of the test scenario. */
export interface Course {
  /** Whether the desk escalates in time, which is all that the objective `speed` asks for. */
  escalates?: boolean;
  /** Whether lead and chief bring out a statement. */
  statement?: boolean;
  /** Whether the lead then tries to write another version, too late: the first is out. */
  redrafts?: boolean;
  /** Ratings of the whole by the facilitator. */
  ratings?: Partial<Record<Objective, Rating>>;
  title?: string;
  ends?: 'end' | 'stop';
}

/** The product with runs that are over, the course that weak objectives lead to, and whoever looks at reports. */
export class ReportSetting {
  private constructor(
    readonly drills: DrillSetting,
    readonly courseId: string,
  ) {}

  static async start(document?: ScenarioDocument): Promise<ReportSetting> {
    const drills = await DrillSetting.start(document);
    const courseId = await bareCourse(drills.app, '预警与信息');
    await drills.app.database.query(`UPDATE course SET slug = 'early-warning' WHERE id = $1`, [courseId]);
    return new ReportSetting(drills, courseId);
  }

  get app() {
    return this.drills.app;
  }
  get trainer() {
    return this.drills.trainer;
  }
  get scenarioId() {
    return this.drills.document.id;
  }
  stop(): Promise<void> {
    return this.drills.stop();
  }

  /** Somebody of a tier, who can be cast. */
  async cast(spec: PersonSpec): Promise<Cast> {
    const person = await this.app.person(spec);
    const cookie = await this.app.cookieOf(person);
    return { person, client: this.app.client(cookie), cookie };
  }

  /** Plays a run to its end; what follows by itself is done unless `drain` is false. */
  async played(players: Record<string, Cast>, course: Course = {}, drain = true): Promise<string> {
    const { drills } = this;
    const run = await drills.running(players, course.title ? { title: course.title } : {});
    await drills.pass(12);
    const { desk, lead, chief } = players;
    if (desk && course.escalates) await drills.act(desk, run.id, message('lead', '转给主管'));
    await drills.pass(60);
    if (lead && chief && course.statement) {
      const statement = await this.publish(run.id, lead, chief);
      await drills.pass(30);
      if (course.redrafts) await drills.act(lead, run.id, draft(statement));
    }
    for (const [objective, rating] of Object.entries(course.ratings ?? {}))
      await drills.observe(drills.trainer, run.id, {
        kind: 'rate',
        objective,
        seat: null,
        rating,
        note: '评语',
      });
    await drills.pass(course.statement ? 210 : 240);
    await drills.control(
      run.id,
      course.ends === 'stop' ? { kind: 'stop', reason: '真实事件' } : { kind: 'end' },
    );
    if (drain) await this.app.drainJobs();
    return run.id;
  }

  /** Tells once more that a run is over, as a queue may. */
  async tellAgain(runId: string): Promise<void> {
    await this.app.app.get(Jobs).run('drill-runs.ended', { runId });
  }

  /** Lets a run go on; nobody looking after it for minutes would pause it. */
  async longer(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 200) await this.drills.pass(Math.min(200, left));
  }

  /** Lets days pass; sessions do not last that long. */
  async days(days: number, ...who: Cast[]): Promise<void> {
    this.app.clock.advance({ days });
    for (const one of [this.trainer, ...who])
      Object.assign(one, {
        client: await this.app.as(one.person),
        cookie: await this.app.cookieOf(one.person),
      });
  }

  async report(runId: string): Promise<DrillReport> {
    const { status, body } = await this.trainer.client.get(`/drill-runs/${runId}/report`);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as DrillReport;
  }

  /** A corrective action for an objective, as the trainer writes it. */
  action(more: object = {}) {
    return this.trainer.client.post('/improvement-actions', {
      what: '更新上报名单',
      ownerId: this.trainer.person.id,
      scenarioId: this.scenarioId,
      objective: 'speed',
      startOn: '2026-03-02',
      dueOn: '2026-03-20',
      ...more,
    });
  }

  private async publish(runId: string, lead: Cast, chief: Cast): Promise<string> {
    const statement = randomUUID();
    const version = 1;
    await this.drills.act(lead, runId, draft(statement));
    await this.drills.act(lead, runId, { kind: 'submit_statement', statement });
    await this.drills.act(chief, runId, { kind: 'approve_statement', statement, version });
    await this.drills.act(chief, runId, { kind: 'publish_statement', statement, version });
    return statement;
  }
}

const draft = (statement: string): PlayerAction => ({
  kind: 'draft_statement',
  statement,
  strategy: 'rebuild',
  elements: ['what_happened', 'what_we_do'],
  outlets: ['microblog'],
  text: '我们正在核实，一小时内再次通报。',
});

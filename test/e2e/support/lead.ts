import { randomUUID } from 'node:crypto';
import type {
  Casting,
  ControlAction,
  DrillReport,
  DrillRunDetail,
  Locale,
  LogEntry,
  ParticipantRole,
} from '@readyroom/contract';
import { PASSWORD, type Product } from '../../support/product.js';

const TRAINER = '100011';

interface RunLog {
  run: { seed: number };
  finalHash: string | null;
  log: (LogEntry & { refused: string | null })[];
}

/** A trainer who makes a live run and leads it over HTTP. */
export class Lead {
  private constructor(
    private readonly product: Product,
    private readonly cookie: string,
  ) {}

  static async signIn(product: Product): Promise<Lead> {
    const answer = await fetch(`${product.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: TRAINER, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`Sign-in of the trainer: ${answer.status}`);
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    return new Lead(product, cookies.join('; '));
  }

  /** With players given by employee number and seat, and others who hold no seat. */
  async createRun(
    scenarioId: string,
    players: Record<string, string>,
    seed?: number,
    others: readonly { login: string; role: ParticipantRole }[] = [],
  ): Promise<DrillRunDetail> {
    const participants = [...(await this.castOf(players)), ...(await this.withoutSeat(others))];
    return this.send<DrillRunDetail>('POST', 'drill-runs', { scenarioId, participants, seed });
  }

  async control(runId: string, action: ControlAction): Promise<void> {
    await this.send('POST', `drills/${runId}/control`, { clientId: randomUUID(), action });
  }

  /** Gives people other seats while the run goes on. */
  async recast(runId: string, players: Record<string, string>): Promise<void> {
    await this.send('PUT', `drill-runs/${runId}/participants`, { participants: await this.castOf(players) });
  }

  log(runId: string): Promise<RunLog> {
    return this.send<RunLog>('GET', `drill-runs/${runId}/log?format=json`);
  }

  report(runId: string): Promise<DrillReport> {
    return this.send<DrillReport>('GET', `drill-runs/${runId}/report`);
  }

  /** The report as a page to keep. */
  async reportPage(runId: string, locale: Locale = 'en'): Promise<string> {
    return this.ask('GET', `drill-runs/${runId}/report.html?locale=${locale}`);
  }

  /** Takes back every rule that assigns courses. */
  async withdrawRules(): Promise<void> {
    const { items } = await this.send<{ items: { id: string; withdrawnAt: string | null }[] }>(
      'GET',
      'audience-rules',
    );
    for (const { id, withdrawnAt } of items)
      if (withdrawnAt === null) await this.send('POST', `audience-rules/${id}/withdraw`);
  }

  private async castOf(players: Record<string, string>): Promise<Casting[]> {
    const cast: Casting[] = [];
    for (const [employeeNo, seat] of Object.entries(players)) {
      cast.push({ personId: await this.personId(employeeNo), role: 'player', seat });
    }
    return cast;
  }

  private withoutSeat(others: readonly { login: string; role: ParticipantRole }[]): Promise<Casting[]> {
    return Promise.all(
      others.map(async ({ login, role }) => ({ personId: await this.personId(login), role, seat: null })),
    );
  }

  private async personId(employeeNo: string): Promise<string> {
    const [person] = await this.product.database.query<{ id: string }>(
      'SELECT id FROM person WHERE employee_no = $1',
      [employeeNo],
    );
    return person!.id;
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    return JSON.parse(await this.ask(method, path, body)) as T;
  }

  private async ask(method: string, path: string, body?: object): Promise<string> {
    const answer = await fetch(`${this.product.url}/api/${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text;
  }
}

import { randomUUID } from 'node:crypto';
import type { Casting, ControlAction, DrillRunDetail } from '@readyroom/contract';
import { PASSWORD, type Product } from '../../support/product.js';

const TRAINER = '100011';

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

  /** With players given by employee number and seat. */
  async createRun(scenarioId: string, players: Record<string, string>): Promise<DrillRunDetail> {
    const participants: Casting[] = [];
    for (const [employeeNo, seat] of Object.entries(players)) {
      const [person] = await this.product.database.query<{ id: string }>(
        'SELECT id FROM person WHERE employee_no = $1',
        [employeeNo],
      );
      participants.push({ personId: person!.id, role: 'player', seat });
    }
    return this.post<DrillRunDetail>('drill-runs', { scenarioId, participants });
  }

  async control(runId: string, action: ControlAction): Promise<void> {
    await this.post(`drills/${runId}/control`, { clientId: randomUUID(), action });
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const answer = await fetch(`${this.product.url}/api/${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}

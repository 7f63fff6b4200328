import { randomUUID } from 'node:crypto';
import type { PlayerAction } from '@readyroom/contract';
import { PASSWORD, type Product } from '../../support/product.js';

/** Somebody who holds a seat of a run and acts over HTTP, as the app does. */
export class SeatClient {
  private constructor(
    private readonly product: Product,
    private readonly runId: string,
    private readonly cookie: string,
  ) {}

  /** Signs in and says that they are ready. */
  static async join(product: Product, runId: string, login: string): Promise<SeatClient> {
    const answer = await fetch(`${product.url}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(`Sign-in of ${login}: ${answer.status}`);
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    const client = new SeatClient(product, runId, cookies.join('; '));
    await client.post('ready');
    return client;
  }

  /** Acts; what the drill does not take fails the test. */
  async act(action: PlayerAction): Promise<void> {
    const sent = await this.post('actions', { clientId: randomUUID(), action });
    const { refused } = JSON.parse(sent) as { refused: string | null };
    if (refused !== null) throw new Error(`${action.kind}: ${refused}`);
  }

  private async post(path: string, body?: object): Promise<string> {
    const answer = await fetch(`${this.product.url}/api/drills/${this.runId}/${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
    return text;
  }
}

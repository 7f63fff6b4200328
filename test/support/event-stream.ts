import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestApp } from './test-app.js';

export interface StreamMessage {
  id: number | null;
  event: string;
  data: unknown;
}

/** A client of server-sent events on an application that listens; hands out what comes, one message after the other. */
export class EventStream {
  private readonly messages: StreamMessage[] = [];
  private waiting: (() => void) | null = null;
  private rest = '';
  closed = false;

  private constructor(
    private readonly request: http.ClientRequest,
    readonly status: number,
    readonly headers: http.IncomingHttpHeaders,
    response: http.IncomingMessage,
  ) {
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => this.take(chunk));
    response.on('close', () => {
      this.closed = true;
      this.waiting?.();
    });
    response.on('error', () => undefined);
  }

  static async open(app: TestApp, path: string, headers: Record<string, string>): Promise<EventStream> {
    const server = app.app.getHttpServer() as http.Server;
    const { port } = server.address() as AddressInfo;
    return new Promise((done, fail) => {
      const request = http.get({ port, host: '127.0.0.1', path: `/api${path}`, headers }, (response) =>
        done(new EventStream(request, response.statusCode!, response.headers, response)),
      );
      request.on('error', fail);
    });
  }

  /** The next message; null when the stream has ended and everything was read. */
  async next(): Promise<StreamMessage | null> {
    while (this.messages.length === 0) {
      if (this.closed) return null;
      await new Promise<void>((done) => (this.waiting = done));
    }
    return this.messages.shift()!;
  }

  /** Drill events up to and including the first that fits. */
  async until(fits: (message: StreamMessage) => boolean): Promise<StreamMessage[]> {
    const seen: StreamMessage[] = [];
    for (;;) {
      const message = await this.next();
      if (!message) throw new Error(`The stream ended after ${JSON.stringify(seen.at(-1))}`);
      seen.push(message);
      if (fits(message)) return seen;
    }
  }

  /** Everything to the end of the stream. */
  async toEnd(): Promise<StreamMessage[]> {
    const seen: StreamMessage[] = [];
    for (let message = await this.next(); message; message = await this.next()) seen.push(message);
    return seen;
  }

  /** Breaks the line as a phone in a tunnel does. */
  drop(): void {
    this.request.destroy();
  }

  private take(chunk: string): void {
    this.rest += chunk;
    for (;;) {
      const end = this.rest.indexOf('\n\n');
      if (end < 0) break;
      const message = parse(this.rest.slice(0, end));
      this.rest = this.rest.slice(end + 2);
      if (message) this.messages.push(message);
    }
    this.waiting?.();
  }
}

function parse(block: string): StreamMessage | null {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const data = fields.get('data');
  if (data === undefined) return null;
  const id = fields.get('id');
  return {
    id: id === undefined ? null : Number(id),
    event: fields.get('event') ?? 'message',
    data: JSON.parse(data),
  };
}

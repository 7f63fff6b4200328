import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RawAnswer } from '../../api/src/modules/notifications/robots/robot-answer.js';
import type { RobotCall } from '../../api/src/modules/notifications/robots/robot-message.js';
import { exchange } from '../../api/src/modules/notifications/robots/robot-transport.js';

export interface SinkAnswer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Record<string, string>;
  /** Takes the message and never says a word. */
  readonly silent?: boolean;
}

/** A chat system that keeps what robots say; `answer` is asked for each call what to say to it. */
export class RobotSink {
  readonly calls: { path: string; body: string }[] = [];
  answer: () => SinkAnswer = () => ({});

  private constructor(
    private readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<RobotSink> {
    let sink: RobotSink;
    const server = createServer((incoming, outgoing) => {
      let body = '';
      incoming.on('data', (chunk: Buffer) => (body += chunk.toString()));
      incoming.on('end', () => {
        sink.calls.push({ path: incoming.url!, body });
        const { status = 200, body: said = '{"errcode":0,"code":0}', headers, silent } = sink.answer();
        if (!silent) outgoing.writeHead(status, headers).end(said);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    sink = new RobotSink(`http://127.0.0.1:${port}`, async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    });
    return sink;
  }

  /** In place of the way out: the same exchange, but here instead of at the host of the robot. */
  readonly post = (call: RobotCall): Promise<RawAnswer> => {
    const { pathname, search } = new URL(call.url);
    return exchange(request, { ...call, url: `${this.url}${pathname}${search}` }, { withinMs: 300 });
  };
}

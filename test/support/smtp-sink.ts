import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * A mail server that takes everything and keeps it; `refuse` is what it answers to recipients instead. While it is `silent`
 * it takes letters and does not say so.
 */
export class SmtpSink {
  readonly letters: { to: string[]; text: string }[] = [];
  refuse: string | null = null;
  silent = false;

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(): Promise<SmtpSink> {
    const open = new Set<Socket>();
    let sink: SmtpSink;
    const server = createServer((socket) => {
      open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
      sink.serve(socket);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    sink = new SmtpSink(`smtp://127.0.0.1:${port}`, async () => {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    });
    return sink;
  }

  private serve(socket: Socket): void {
    let rest = '';
    let to: string[] = [];
    let text: string[] | null = null;
    const line = (said: string): string | null => {
      if (text !== null) {
        if (said !== '.') {
          text.push(said.replace(/^\./, ''));
          return null;
        }
        this.letters.push({ to, text: text.join('\n') });
        [to, text] = [[], null];
        return this.silent ? null : '250 kept';
      }
      const verb = said.slice(0, 4).toUpperCase();
      if (verb === 'RCPT') {
        if (this.refuse) return this.refuse;
        to.push(/<(.+)>/.exec(said)![1]!);
      }
      if (verb === 'DATA') text = [];
      if (verb === 'QUIT') socket.end('221 bye\r\n');
      return verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? null : '250 ok';
    };
    socket.write('220 sink\r\n');
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const answer of lines.map(line)) if (answer) socket.write(`${answer}\r\n`);
    });
  }
}

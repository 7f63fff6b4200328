import http from 'node:http';

const AGAIN_MS = 200;

/** One participant's stream: comes back with the last id it has whenever the line breaks. */
export class Phone {
  ids = [];
  /** performance.now() at which a text was first seen. */
  seen = new Map();
  /** performance.now() of the last time that the server spoke after a new connection. */
  resumedAt = 0;
  connected = false;
  stopped = false;
  watched = [];

  constructor(port, path, cookie) {
    Object.assign(this, { port, path, cookie });
  }

  open() {
    return new Promise((done) => this.connect(done));
  }

  stop() {
    this.stopped = true;
    this.request?.destroy();
  }

  connect(whenOpen) {
    const again = () => {
      this.connected = false;
      if (this.stopped || this.waiting) return;
      this.waiting = setTimeout(() => {
        this.waiting = undefined;
        this.connect(whenOpen);
      }, AGAIN_MS);
    };
    const last = this.ids.at(-1) ?? 0;
    this.request = http.get(
      {
        port: this.port,
        host: '127.0.0.1',
        path: `${this.path}?after=${last}`,
        agent: false,
        headers: { cookie: this.cookie },
      },
      (response) => {
        if (response.statusCode !== 200) {
          response.resume();
          return again();
        }
        let rest = '';
        let first = true;
        response.setEncoding('utf8');
        response.on('data', (chunk) => {
          rest += chunk;
          const end = rest.lastIndexOf('\n\n');
          if (end < 0) return;
          const now = performance.now();
          for (const block of rest.slice(0, end).split('\n\n')) this.take(block, now);
          rest = rest.slice(end + 2);
          if (!first) return;
          first = false;
          this.connected = true;
          this.resumedAt = now;
          whenOpen();
        });
        response.on('close', again);
        response.on('error', () => undefined);
      },
    );
    this.request.on('error', again);
  }

  take(block, now) {
    if (!block.startsWith('id: ')) return;
    this.ids.push(Number(block.slice(4, block.indexOf('\n'))));
    for (const text of this.watched)
      if (block.includes(text) && !this.seen.has(text)) this.seen.set(text, now);
  }
}

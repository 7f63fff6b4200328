import http from 'node:http';

/** A client with keep-alive connections that adds as little as possible to what it measures. */
export class Client {
  constructor(port, width) {
    this.port = port;
    this.agent = new http.Agent({ keepAlive: true, maxSockets: width, maxFreeSockets: width });
  }

  /** Resolves with status, headers, parsed JSON and the milliseconds until the last byte; rejects on a broken line. */
  request(method, path, { cookie, body, headers } = {}) {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const began = performance.now();
    return new Promise((done, fail) => {
      const request = http.request(
        {
          port: this.port,
          host: '127.0.0.1',
          method,
          path,
          agent: this.agent,
          headers: {
            ...(cookie ? { cookie } : {}),
            ...(payload
              ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }
              : {}),
            ...headers,
          },
        },
        (response) => {
          const chunks = [];
          response.on('data', (chunk) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const json =
              text && /json/.test(response.headers['content-type'] ?? '') ? JSON.parse(text) : null;
            done({
              status: response.statusCode,
              headers: response.headers,
              body: json,
              ms: performance.now() - began,
            });
          });
        },
      );
      request.on('error', fail);
      request.end(payload);
    });
  }

  close() {
    this.agent.destroy();
  }
}

import { connect, createServer } from 'node:net';

/** The smallest balancer: each new connection goes to the next backend; one that does not answer is passed over. */
export async function roundRobin(ports) {
  let turn = 0;
  const open = new Set();
  const server = createServer((client) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    const attempt = (left) => {
      if (left === 0) return client.destroy();
      const backend = connect(ports[turn++ % ports.length], '127.0.0.1');
      backend.setNoDelay(true);
      const failed = () => attempt(left - 1);
      backend.once('error', failed);
      backend.once('connect', () => {
        backend.off('error', failed);
        backend.on('error', () => client.destroy());
        backend.on('close', () => client.destroy());
        client.on('close', () => backend.destroy());
        client.pipe(backend);
        backend.pipe(client);
      });
    };
    attempt(ports.length);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: server.address().port,
    stop: () =>
      new Promise((done) => {
        for (const client of open) client.destroy();
        server.close(done);
      }),
  };
}

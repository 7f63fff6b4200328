import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Viewer } from './viewer.js';

/** A line on which nothing is read until `drain`. */
class SlowLine extends EventEmitter {
  writableLength = 0;
  destroyed = false;
  write(text: string | Uint8Array): boolean {
    this.writableLength += Buffer.byteLength(text);
    return false;
  }
  end(): void {
    this.emit('close');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
  drain(): void {
    this.writableLength = 0;
    this.emit('drain');
  }
}

const setup = () => {
  const line = new SlowLine();
  const left: Viewer[] = [];
  const viewer = new Viewer(
    line as unknown as ServerResponse,
    { runId: 'r', sessionId: 's', personId: 'p', participantId: null, viewpoint: 'control' },
    7,
    (one) => left.push(one),
  );
  return { line, viewer, left };
};
const MEGABYTE = 'x'.repeat(1024 * 1024);

describe('Viewer', () => {
  it('when more waits on the line than a slow phone will ever read it should drop it, once', () => {
    const { line, viewer, left } = setup();
    viewer.send(MEGABYTE);
    expect(viewer.closed).toBe(false);
    viewer.send('x');
    expect([viewer.closed, line.destroyed, left.length]).toEqual([true, true, 1]);
    viewer.send('never written');
    expect(line.writableLength).toBe(MEGABYTE.length + 1);
    expect(viewer.place.seen).toBe(7);
  });

  it('when catching up it should wait for the line', async () => {
    const { line, viewer } = setup();
    let done = false;
    const sent = viewer.sendSlowly('page').then(() => (done = true));
    await Promise.resolve();
    expect(done).toBe(false);
    line.drain();
    await sent;
    expect(line.listenerCount('drain')).toBe(0);
  });

  it('when the line breaks while it waits it should not wait for ever', async () => {
    const { line, viewer, left } = setup();
    const sent = viewer.sendSlowly('page');
    line.destroy();
    await sent;
    expect([viewer.closed, left]).toEqual([true, [viewer]]);
  });
});

import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import type { Part } from '../drill-access.js';
import { DrillPresence } from '../entry/drill-presence.js';
import { HEARTBEAT, OPENING } from './frames.js';
import { RunChannel } from './run-channel.js';
import { RunEvents } from './run-events.js';
import { StreamRights } from './stream-rights.js';
import { Viewer } from './viewer.js';
import { viewpointOf } from './viewpoint.js';
import { WakeUpCall } from './wake-up-call.js';

const RECHECK_MS = 4_000;
const CLOCK_MS = 10_000;
const HEARTBEAT_MS = 15_000;
/** Streams that one person may have open in a run, a few devices and tabs; a further one takes the place of the oldest. */
const STREAMS_MAX = 10;
/** Should a wake-up call get lost, this finds what is new. */
const POLL_MS = 2_000;

/** All streams of this process. */
@Injectable()
export class DrillStreams implements BeforeApplicationShutdown {
  private readonly log = new Logger('DrillStreams');
  private readonly channels = new Map<string, RunChannel>();
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly call: WakeUpCall;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly events: RunEvents,
    private readonly rights: StreamRights,
    private readonly presence: DrillPresence,
  ) {
    this.call = new WakeUpCall(config.DATABASE_URL, (runId) => this.wake(runId));
  }

  /** Opens a stream that shows everything after an event and then whatever happens, until the run is over. */
  async open(actor: Actor, part: Part, after: number, reply: FastifyReply): Promise<void> {
    await this.begin();
    await this.presence.seen(part);
    reply.hijack();
    const line = reply.raw;
    line.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    });
    line.socket?.setNoDelay(true);
    const channel = this.channel(part.run.id);
    const viewer = new Viewer(
      line,
      {
        runId: part.run.id,
        sessionId: actor.sessionId,
        personId: actor.personId,
        participantId: part.participantId,
        viewpoint: viewpointOf(part),
      },
      after,
      () => this.left(part.run.id, channel, viewer),
    );
    makeRoom(channel, actor.personId);
    channel.viewers.add(viewer);
    viewer.send(OPENING);
    // The answer has begun: what goes wrong from here on can only break the line, and the client comes back.
    await channel.admit(viewer).catch((error: Error) => {
      this.log.error(`stream: ${error.message}`);
      viewer.drop();
    });
  }

  /** Closes the streams of those who may no longer look on. */
  async recheck(): Promise<void> {
    const viewers = this.viewers();
    for (const viewer of await this.rights.lost(viewers)) viewer.end();
  }

  async poll(): Promise<void> {
    await Promise.all([...this.channels.values()].map((channel) => channel.refresh()));
  }

  async tellTime(): Promise<void> {
    for (const channel of this.channels.values()) channel.tellTime();
    await this.presence.stillHere(
      this.viewers().flatMap(({ who }) => (who.participantId === null ? [] : [who.participantId])),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    for (const viewer of this.viewers()) viewer.end();
    await this.call.stop();
  }

  private viewers(): Viewer[] {
    return [...this.channels.values()].flatMap((channel) => [...channel.viewers]);
  }

  private wake(runId: string): void {
    this.channels.get(runId)?.refresh().catch(this.complain);
  }

  private readonly complain = (error: Error): void => this.log.error(`streams: ${error.message}`);

  private channel(runId: string): RunChannel {
    let channel = this.channels.get(runId);
    if (!channel) {
      channel = new RunChannel(runId, this.events, this.clock);
      this.channels.set(runId, channel);
    }
    return channel;
  }

  private left(runId: string, channel: RunChannel, viewer: Viewer): void {
    channel.viewers.delete(viewer);
    if (channel.viewers.size === 0 && this.channels.get(runId) === channel) this.channels.delete(runId);
  }

  private async begin(): Promise<void> {
    await this.call.start();
    if (this.timers.length > 0) return;
    const every = (ms: number, work: () => Promise<void>) =>
      this.timers.push(setInterval(() => void work().catch(this.complain), ms).unref());
    every(RECHECK_MS, () => this.recheck());
    every(POLL_MS, () => this.poll());
    every(CLOCK_MS, () => this.tellTime());
    every(HEARTBEAT_MS, async () => {
      for (const channel of this.channels.values()) channel.toAll(() => HEARTBEAT);
    });
  }
}

function makeRoom({ viewers }: RunChannel, personId: string): void {
  const own = [...viewers].filter(({ who, closed }) => who.personId === personId && !closed);
  for (const oldest of own.slice(0, Math.max(0, own.length - STREAMS_MAX + 1))) oldest.drop();
}

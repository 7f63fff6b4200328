import { Injectable } from '@nestjs/common';
import type { ControlAction, ObserverAction, PlayerAction, SentAction } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { RunVeils } from './veil/run-veils.js';
import { DrillAccess, type Part } from './drill-access.js';
import { DrillPresence } from './entry/drill-presence.js';
import { Pace } from './entry/pace.js';
import { RoleForbids } from './drill-run.errors.js';
import type { Answered, Arrival, Sender } from './host/arrival.js';
import { RunHosts } from './host/run-hosts.js';

interface Sent<Action> {
  clientId: string;
  action: Action;
}
type InRun = Part & { participantId: string };

/** Everything but the clock, which is the controllers'. */
const OF_SIMULATORS: ReadonlySet<ControlAction['kind']> = new Set([
  'hold',
  'release',
  'skip',
  'fire',
  'edit_inject',
  'quick_inject',
  'enter_phase',
]);
/** Somebody who plays alone may stand still and give up, but not look ahead. */
const OF_SOLO_PLAYERS: ReadonlySet<ControlAction['kind']> = new Set(['pause', 'resume', 'end', 'stop']);

/** What people do in a run. Each answer comes once the action is in the log. */
@Injectable()
export class DrillActions {
  private readonly pace = new Pace();

  constructor(
    private readonly access: DrillAccess,
    private readonly presence: DrillPresence,
    private readonly hosts: RunHosts,
    private readonly veils: RunVeils,
    private readonly clock: Clock,
  ) {}

  /** @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillOver, DrillPaused, ClientIdReused, Throttled */
  async act(actor: Actor, runId: string, { clientId, action }: Sent<PlayerAction>): Promise<SentAction> {
    const arrivedAt = this.clock.now();
    const part = await this.enter(actor, runId);
    if (part.seat === null) throw new RoleForbids();
    return this.send(runId, {
      kind: 'player',
      by: `seat:${part.seat}`,
      action,
      arrivedAt,
      from: sender(part, clientId),
    });
  }

  /** @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillOver, DrillPaused, ClientIdReused, Throttled */
  async observe(
    actor: Actor,
    runId: string,
    { clientId, action }: Sent<ObserverAction>,
  ): Promise<SentAction> {
    const arrivedAt = this.clock.now();
    const part = await this.enter(actor, runId);
    const allowed =
      part.role === 'evaluator' ||
      part.role === 'controller' ||
      (part.role === 'observer' && action.kind === 'note');
    if (!allowed) throw new RoleForbids();
    return this.send(runId, {
      kind: 'observer',
      by: part.role === 'controller' ? 'control' : 'evaluator',
      action,
      arrivedAt,
      from: sender(part, clientId),
    });
  }

  /** @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillOver, DrillPaused, ClientIdReused, Throttled */
  async control(actor: Actor, runId: string, { clientId, action }: Sent<ControlAction>): Promise<SentAction> {
    const arrivedAt = this.clock.now();
    const part = await this.enter(actor, runId);
    if (!mayControl(actor, part, action.kind)) throw new RoleForbids();
    return this.send(runId, {
      kind: 'control',
      by: 'control',
      action,
      arrivedAt,
      from: sender(part, clientId),
    });
  }

  private async send(runId: string, arrival: Arrival): Promise<SentAction> {
    const { seq, own, at, refused } = await this.hosts.send(runId, arrival);
    const isReply = arrival.kind === 'player' && arrival.action.kind === 'reply' && refused === null;
    const post = isReply ? (await this.veils.of(runId)).ref(`r-${seq}`) : null;
    return { seq: own, at, refused: shown(refused), post };
  }

  private async enter(actor: Actor, runId: string): Promise<InRun> {
    const part = await this.access.participant(actor, runId);
    this.pace.count(part.participantId, this.clock.now());
    await this.presence.seen(part);
    return part;
  }
}

/** Whether what somebody names is another seat's or does not exist is nothing they should find out. */
const shown = (refused: Answered['refused']): SentAction['refused'] =>
  refused === 'drill.not_your_seat' ? 'drill.unknown_target' : refused;

const sender = (part: InRun, clientId: string): Sender => ({
  participantId: part.participantId,
  personId: part.personId,
  clientId,
});

function mayControl(actor: Actor, part: InRun, kind: ControlAction['kind']): boolean {
  if (part.role === 'controller') return true;
  if (part.role === 'simulator' && OF_SIMULATORS.has(kind)) return true;
  if (part.run.createdBy !== actor.personId) return false;
  return actor.permissions.has('drill.run') || (part.run.mode === 'solo' && OF_SOLO_PLAYERS.has(kind));
}

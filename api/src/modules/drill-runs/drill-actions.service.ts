import { Injectable } from '@nestjs/common';
import type { ControlAction, ObserverAction, PlayerAction, SentAction } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { DrillAccess, type Part } from './drill-access.js';
import { DrillPresence } from './entry/drill-presence.js';
import { Pace } from './entry/pace.js';
import { RoleForbids } from './drill-run.errors.js';
import type { Sender } from './host/arrival.js';
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
    private readonly clock: Clock,
  ) {}

  /** @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillOver, ClientIdReused, Throttled */
  async act(actor: Actor, runId: string, { clientId, action }: Sent<PlayerAction>): Promise<SentAction> {
    const arrivedAt = this.clock.now();
    const part = await this.enter(actor, runId);
    if (part.seat === null) throw new RoleForbids();
    return this.hosts.send(runId, {
      kind: 'player',
      by: `seat:${part.seat}`,
      action,
      arrivedAt,
      from: sender(part, clientId),
    });
  }

  /** @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillOver, ClientIdReused, Throttled */
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
    return this.hosts.send(runId, {
      kind: 'observer',
      by: part.role === 'controller' ? 'control' : 'evaluator',
      action,
      arrivedAt,
      from: sender(part, clientId),
    });
  }

  /** @throws DrillNotFound, RoleForbids, DrillNotStarted, DrillOver, ClientIdReused, Throttled */
  async control(actor: Actor, runId: string, { clientId, action }: Sent<ControlAction>): Promise<SentAction> {
    const arrivedAt = this.clock.now();
    const part = await this.enter(actor, runId);
    if (!mayControl(actor, part, action.kind)) throw new RoleForbids();
    return this.hosts.send(runId, {
      kind: 'control',
      by: 'control',
      action,
      arrivedAt,
      from: sender(part, clientId),
    });
  }

  private async enter(actor: Actor, runId: string): Promise<InRun> {
    const part = await this.access.participant(actor, runId);
    this.pace.count(part.participantId, this.clock.now());
    await this.presence.seen(part);
    return part;
  }
}

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

import type { ControlAction, DrillStage } from '../../providers/contract.js';

type Role = DrillStage['me']['role'];
type Deed = ControlAction['kind'] | 'rate' | 'note';

const INJECTS: readonly Deed[] = [
  'hold',
  'release',
  'skip',
  'fire',
  'edit_inject',
  'quick_inject',
  'enter_phase',
];
const CLOCK: readonly Deed[] = ['start', 'pause', 'resume', 'set_rate', 'jump', 'end', 'stop'];

/** What the screen offers to a role; whether it is done the server decides. */
const DEEDS: Record<Role, readonly Deed[]> = {
  controller: [...CLOCK, ...INJECTS, 'rate', 'note'],
  simulator: INJECTS,
  evaluator: ['rate', 'note'],
  observer: ['note'],
  player: [],
};

export const mayDoIn = (role: Role, deed: Deed): boolean => DEEDS[role].includes(deed);

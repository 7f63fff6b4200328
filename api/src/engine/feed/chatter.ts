import { holds } from '../run/course/conditions.js';
import type { Run } from '../run/context.js';
import type { PlacedChatter, Stance } from '../run/lookup.js';

/** What people of a stance talk about at present, in the order of the scenario. */
export const chatterNow = (run: Run, stance: Stance): PlacedChatter[] =>
  run.lookup.chatter[stance].filter(({ when }) => when === undefined || holds(run, when));

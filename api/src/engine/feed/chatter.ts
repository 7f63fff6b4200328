import type { ScenarioDocument } from '@readyroom/contract';
import { holds } from '../run/course/conditions.js';
import type { Run } from '../run/context.js';

export type Stance = ScenarioDocument['chatter'][number]['stance'];

/** A chatter of the scenario with its place in it. */
export type PlacedChatter = ScenarioDocument['chatter'][number] & { readonly place: number };

/** What people of a stance talk about at present, in the order of the scenario. */
export const chatterNow = (run: Run, stance: Stance): PlacedChatter[] =>
  run.state.scenario.chatter.flatMap((chatter, place) =>
    chatter.stance === stance && (chatter.when === undefined || holds(run, chatter.when))
      ? [{ ...chatter, place }]
      : [],
  );

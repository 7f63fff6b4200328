import type {
  DecisionCardDocument,
  ExpectedAction,
  InjectDocument,
  ScenarioDocument,
  SeatDocument,
} from '@readyroom/contract';

/** The things of a scenario by their keys. */
export interface Lookup {
  readonly seatKeys: readonly string[];
  readonly seats: ReadonlyMap<string, SeatDocument>;
  readonly personas: ReadonlyMap<string, ScenarioDocument['personas'][number]>;
  readonly partners: ReadonlyMap<string, ScenarioDocument['partners'][number]>;
  readonly channels: ReadonlyMap<string, ScenarioDocument['channels'][number]>;
  /** Timed, conditional and of the deck. */
  readonly injects: ReadonlyMap<string, InjectDocument>;
  readonly cards: ReadonlyMap<string, DecisionCardDocument>;
  readonly expected: ReadonlyMap<string, ExpectedAction>;
  readonly clocks: ReadonlyMap<string, ScenarioDocument['clocks'][number]>;
  readonly objectives: ReadonlySet<string>;
  readonly phases: ReadonlyMap<string, number>;
  /** Channels that the scenario has a persona write in; a persona that it never has write is at home everywhere. */
  readonly homes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly chatter: Readonly<Record<Stance, readonly PlacedChatter[]>>;
}

type Chatter = ScenarioDocument['chatter'][number];
export type Stance = Chatter['stance'];

/** A chatter of the scenario with its place in it. */
export type PlacedChatter = Chatter & { readonly place: number };

/** Worked out once for each scenario in memory; no part of any state. */
const known = new WeakMap<ScenarioDocument, Lookup>();

export function lookupOf(scenario: ScenarioDocument): Lookup {
  const found = known.get(scenario) ?? build(scenario);
  known.set(scenario, found);
  return found;
}

const byKey = <T extends { key: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.key, one]));

function build(scenario: ScenarioDocument): Lookup {
  const injects = [...scenario.items, ...scenario.deck];
  const chatter = scenario.chatter.map((one, place) => ({ ...one, place }));
  const by = (stance: Stance): PlacedChatter[] => chatter.filter((one) => one.stance === stance);
  return {
    seatKeys: scenario.seats.map(({ key }) => key),
    seats: byKey(scenario.seats),
    personas: byKey(scenario.personas),
    partners: byKey(scenario.partners),
    channels: byKey(scenario.channels),
    injects: byKey(injects),
    cards: byKey(injects.flatMap(({ card }) => card ?? [])),
    expected: new Map(injects.flatMap(({ expected }) => expected.map((one) => [one.id, one] as const))),
    clocks: byKey(scenario.clocks),
    objectives: new Set(scenario.objectives.map(({ key }) => key)),
    phases: new Map(scenario.phases.map(({ key }, n) => [key, n])),
    homes: homesOf(scenario),
    chatter: { hostile: by('hostile'), questioning: by('questioning'), supportive: by('supportive') },
  };
}

function homesOf({ posts }: ScenarioDocument): Map<string, Set<string>> {
  const homes = new Map<string, Set<string>>();
  for (const { persona, channel } of posts)
    homes.set(persona, (homes.get(persona) ?? new Set<string>()).add(channel));
  return homes;
}

import type { ScenarioDocument } from '@readyroom/contract';
import { beginOpinion } from '../opinion/index.js';
import { ENGINE_VERSION, type RunInputs, type RunState } from './state.js';

/** A run to which nothing has happened yet. Its log begins with `begin`. */
export const beginRun = (inputs: RunInputs): RunState => beginState(inputs, true);

/** The same without generated posts, engagement and trending: the storm is the same, and it takes less time. */
export const beginWithoutFeed = (inputs: RunInputs): RunState => beginState(inputs, false);

function beginState({ scenario, seed }: RunInputs, feed: boolean): RunState {
  return {
    engine: ENGINE_VERSION,
    scenario,
    seed,
    feed,
    stage: 'unbegun',
    mode: 'live',
    at: 0,
    minute: 0,
    endMinute: scenario.durationMinutes,
    lastEventId: 0,
    played: Object.fromEntries(scenario.seats.map(({ key }) => [key, false])),
    phase: null,
    phasesDue: 0,
    variables: Object.fromEntries(scenario.variables.map(({ key, initial }) => [key, initial])),
    delivered: {},
    quick: {},
    held: {},
    skipped: {},
    shown: {},
    cards: {},
    clocks: {},
    expectations: [],
    acknowledged: {},
    unanswered: [],
    messages: {},
    statements: {},
    published: [],
    lastStatementAt: null,
    crisisAt: null,
    escalated: {},
    triaged: {},
    sitreps: {},
    alert: null,
    thresholds: [],
    ladder: { blue: true, yellow: true, orange: true, red: true },
    stoodIn: {},
    posts: {},
    truths: {},
    live: [],
    answersDue: [],
    spoken: scenario.chatter.map(() => 0),
    speakers: [],
    opinion: beginOpinion(opinionInput(scenario), seed),
    shocks: [],
    attributionShift: 0,
    responses: [],
    sample: null,
    complaints: [],
    complaintsRest: 0,
  };
}

function opinionInput({ opinion, organisation, startsAt, ...scenario }: ScenarioDocument) {
  const [hours, minutes] = startsAt.split(':').map(Number);
  return {
    population: opinion.population,
    backgroundPerHour: opinion.background,
    halfHeat: opinion.halfHeat,
    cluster: scenario.cluster,
    rumour: scenario.rumour,
    crisisType: scenario.crisisType,
    crisisHistory: organisation.crisisHistory,
    reputation: organisation.reputation,
    startMinuteOfDay: hours! * 60 + minutes!,
  };
}

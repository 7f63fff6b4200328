import type { DrillRun, DrillStage, InjectDocument, ScenarioDocument } from '@readyroom/contract';
import type { Part } from '../drill-access.js';

/**
 * What one participant may know of a scenario before and during the run. Injects and phases that are still to come, effects,
 * conditions and the hidden truth of posts are never part of what players get.
 */
export function stageOf(
  document: ScenarioDocument,
  run: DrillRun,
  part: Part,
  shows: { readonly msel: boolean; readonly course: boolean },
): DrillStage {
  const seat = document.seats.find(({ key }) => key === part.seat);
  return {
    run,
    me: { role: part.role, seat: part.seat, duties: seat?.duties ?? null, ready: part.ready },
    briefing: document.briefing,
    organisation: document.organisation.name,
    durationMinutes: run.mode === 'solo' ? document.solo.durationMinutes : document.durationMinutes,
    startsAt: document.startsAt,
    seats: document.seats.map(({ key, title, tier, department, mayPublish, approvers }) => ({
      key,
      title,
      tier,
      department,
      mayPublish,
      approvers,
    })),
    channels: document.channels.map(({ key, kind, name }) => ({ key, kind, name })),
    partners: document.partners.map(({ key, kind, name }) => ({ key, kind, name })),
    phases: shows.course ? document.phases.map(({ key, title, at }) => ({ key, title, at })) : [],
    objectives: document.objectives.map(({ key, title, tiers }) => ({ key, title, tiers })),
    clocks: document.clocks.map(({ key, title, seat: owner, minutes }) => ({
      key,
      title,
      seat: owner,
      minutes,
    })),
    plan: document.plan.map(({ measure, owner, resources, minutes }) => ({
      measure,
      owner,
      resources,
      minutes: minutes ?? null,
    })),
    msel: shows.msel ? [...document.items.map(listed), ...document.deck.map(inDeck)] : null,
  };
}

type MselLine = NonNullable<DrillStage['msel']>[number];

const line = (inject: InjectDocument, list: MselLine['list']): MselLine => ({
  key: inject.key,
  title: inject.title,
  text: inject.text,
  list,
  at: inject.at ?? null,
  phase: inject.phase,
  owner: inject.owner,
  to: inject.to,
  objectives: inject.objectives,
  expected: inject.expected.map(({ id, seat, what, within }) => ({ id, seat, what, within })),
});
const listed = (inject: InjectDocument): MselLine =>
  line(inject, inject.at === undefined ? 'conditional' : 'timed');
const inDeck = (inject: InjectDocument): MselLine => line(inject, 'deck');

import { CRISIS_TYPES, type Readiness, type ReadinessNumber, type Text } from '@readyroom/contract';
import { retained } from './decay.js';

/** What somebody once showed. It never changes; only what it still counts for does. */
export interface Shown {
  readonly kind: 'recall' | 'drill';
  /** Of the attempt or the run. */
  readonly id: string;
  /** Topic of the questions, or crisis type of the scenario. */
  readonly about: string;
  readonly title: Text;
  readonly at: Date;
  /** 0-100. */
  readonly result: number;
}

/** Recall and drills, when there are both. What is done under pressure says more than what is known. */
const SHARE = { recall: 0.4, drill: 0.6 } as const;
/** The newest, the one before, the one before that. Older ones are replaced by them. */
const RECENCY = [4, 2, 1] as const;
export const COUNTED = RECENCY.length;

const DAY = 86_400_000;

/**
 * Readiness by docs/NUMBERS.md. The weights depend on what there is as evidence and not on the time that has passed, and
 * each piece of evidence only loses; so without new evidence the number never rises.
 */
export function readinessOf(shown: readonly Shown[], now: Date): Pick<Readiness, 'overall' | 'types'> {
  const recall = shown.filter(({ kind }) => kind === 'recall');
  const drills = shown.filter(({ kind }) => kind === 'drill');
  return {
    overall: numberOf(recall, drills, now),
    types: CRISIS_TYPES.map((crisisType) => {
      const ofType = drills.filter(({ about }) => about === crisisType);
      // What somebody knows helps in every crisis, but without a drill of a kind nobody knows how it would go.
      return { crisisType, readiness: numberOf(ofType.length ? recall : [], ofType, now) };
    }),
  };
}

function numberOf(recall: readonly Shown[], drills: readonly Shown[], now: Date): ReadinessNumber {
  const both = recall.length > 0 && drills.length > 0;
  const weighed = [
    ...weighedRecall(recall).map((one) => ({ ...one, weight: one.weight * (both ? SHARE.recall : 1) })),
    ...newest(drills).map((one) => ({ ...one, weight: one.weight * (both ? SHARE.drill : 1) })),
  ];
  let sum = 0;
  const evidence = weighed.map(({ shown, weight }) => {
    const decay = retained((now.getTime() - shown.at.getTime()) / DAY);
    const contribution = shown.result * weight * decay;
    sum += contribution;
    return {
      kind: shown.kind,
      id: shown.id,
      title: shown.title,
      crisisType: shown.kind === 'drill' ? (shown.about as (typeof CRISIS_TYPES)[number]) : null,
      at: shown.at.toISOString(),
      result: rounded(shown.result, 10),
      weight: rounded(weight, 10_000),
      decay: rounded(decay, 10_000),
      contribution: rounded(contribution, 10_000),
    };
  });
  const basis = both ? 'both' : recall.length ? 'recall' : drills.length ? 'drills' : 'none';
  return {
    value: weighed.length ? Math.min(100, rounded(sum, 10)) : null,
    basis,
    evidence: evidence.sort((a, b) => b.at.localeCompare(a.at) || b.contribution - a.contribution),
  };
}

interface Weighed {
  readonly shown: Shown;
  readonly weight: number;
}

/** Topics count alike, however many questions or attempts each had. */
function weighedRecall(recall: readonly Shown[]): Weighed[] {
  const topics = new Map<string, Shown[]>();
  for (const one of recall) topics.set(one.about, [...(topics.get(one.about) ?? []), one]);
  return [...topics.values()].flatMap((of) =>
    newest(of).map(({ shown, weight }) => ({ shown, weight: weight / topics.size })),
  );
}

function newest(shown: readonly Shown[]): Weighed[] {
  const counted = [...shown]
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.id.localeCompare(a.id))
    .slice(0, COUNTED);
  const all = RECENCY.slice(0, counted.length).reduce((sum, weight) => sum + weight, 0);
  return counted.map((one, n) => ({ shown: one, weight: RECENCY[n]! / all }));
}

const rounded = (number: number, parts: number): number => Math.round(number * parts) / parts;

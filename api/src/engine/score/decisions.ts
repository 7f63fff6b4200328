import type { Metric } from '@readyroom/contract';
import { bySeat, metric, round, shareOf } from './measure.js';
import type { RunRecord } from './record.js';

const GRADES = ['strong', 'acceptable', 'weak', 'expired'] as const;
/** What a confidence of 100 % is right about: fully, half, not at all. */
const WORTH = { strong: 1, acceptable: 0.5, weak: 0 } as const;

interface Decided {
  readonly seat: string;
  readonly grade: (typeof GRADES)[number];
  /** 0-1; null when time decided. */
  readonly confidence: number | null;
  readonly seqs: readonly number[];
}

/** Shares of the grades that the author gave the options, and how well confidence went with them. */
export function decisionMetrics(run: RunRecord): Metric[] {
  const decided = decisionsOf(run);
  return [
    ...GRADES.flatMap((grade) =>
      bySeat(decided, run.played, (own, seat) => {
        const such = own.filter((d) => d.grade === grade);
        return metric({
          key: 'decision_quality',
          part: grade,
          seat,
          unit: 'share',
          value: shareOf(such.length, own.length),
          count: such.length,
          of: own.length,
          seqs: such.flatMap((d) => d.seqs),
        });
      }),
    ),
    ...bySeat(
      decided.filter((d) => d.confidence !== null),
      run.played,
      (own, seat) => {
        const errors = own.map((d) => {
          const off = d.confidence! - WORTH[d.grade as keyof typeof WORTH];
          return off * off;
        });
        return metric({
          key: 'decision_calibration',
          seat,
          unit: 'squared_error',
          value: own.length === 0 ? null : round(errors.reduce((a, b) => a + b, 0) / own.length),
          count: own.length,
          of: own.length,
          seqs: own.flatMap((d) => d.seqs),
        });
      },
    ),
  ];
}

function decisionsOf(run: RunRecord): Decided[] {
  const cards = new Map(
    [...run.scenario.items, ...run.scenario.deck].flatMap((i) => (i.card ? [[i.card.key, i.card]] : [])),
  );
  return run.told('card_closed').flatMap((closed): Decided[] => {
    if (closed.by === 'time')
      return run.isPlayedAt(closed.seat, closed.at)
        ? [{ seat: closed.seat, grade: 'expired', confidence: null, seqs: [] }]
        : [];
    const option = cards.get(closed.card)?.options.find((o) => o.key === closed.option);
    const deed = run
      .deeds('decide')
      .find((d) => d.seat === closed.seat && d.at === closed.at && d.action.card === closed.card);
    if (!option || !deed) return [];
    const confidence = deed.action.confidence / 100;
    return [{ seat: closed.seat, grade: option.quality, confidence, seqs: [deed.seq] }];
  });
}

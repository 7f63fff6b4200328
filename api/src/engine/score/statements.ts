import { STATEMENT_ELEMENTS, type Metric } from '@readyroom/contract';
import {
  atMost,
  bySeat,
  evidenceOf,
  median,
  metric,
  minutesBetween,
  round,
  timeMetric,
  type Observation,
} from './measure.js';
import type { Deed, RunRecord } from './record.js';

const FIRST_STATEMENT = 60;
const INFORMATION = 300;
const CONFERENCE = 1_440;
/** Minutes after which a version without an answer counts as never answered. */
const APPROVAL = 15;
const TRANSPARENT = STATEMENT_ELEMENTS.slice(0, 4);

/** Times of statements from the start of the crisis, the golden windows and the race against the press. */
export function statementTimes(run: RunRecord): Metric[] {
  const first = firstStatement(run, () => true);
  const full = firstStatement(run, (id) => isTransparent(run, id));
  return [
    since('time_to_first_statement', run, first, null, atMost(FIRST_STATEMENT, 'public_statement_60_min')),
    since('golden_window', run, first, 'information', atMost(INFORMATION, 'authoritative_information_5_h')),
    since('golden_window', run, full, 'full_account', atMost(CONFERENCE, 'press_conference_24_h')),
    spreadRace(run, first),
  ];
}

type First = { by: 'player'; at: number; seqs: number[] } | { by: 'nobody' } | { by: 'others' };

/** The first published statement that fits: a player's, or nobody's, or one that a simulated seat published before. */
function firstStatement(run: RunRecord, fits: (id: string) => boolean): First {
  const published = run.told('statement').find((s) => s.state === 'published' && fits(s.statement));
  const deed = run.deeds('publish_statement').find((d) => fits(d.action.statement));
  if (deed && (!published || published.at >= deed.at)) return { by: 'player', at: deed.at, seqs: [deed.seq] };
  if (published) return { by: 'others' };
  return run.played.some((key) => run.seat(key)!.mayPublish) ? { by: 'nobody' } : { by: 'others' };
}

function isTransparent(run: RunRecord, id: string): boolean {
  const shown = run.told('statement').find((s) => s.state === 'published' && s.statement === id);
  return shown !== undefined && TRANSPARENT.every((element) => shown.elements.includes(element));
}

function since(
  key: 'time_to_first_statement' | 'golden_window',
  run: RunRecord,
  first: First,
  part: string | null,
  target: ReturnType<typeof atMost>,
): Metric {
  const start = run.crisisStart;
  const seen: Observation[] = [];
  if (start !== null && first.by === 'player')
    seen.push({ seat: null, value: minutesBetween(start, first.at), seqs: first.seqs });
  if (start !== null && first.by === 'nobody' && run.end >= start + target.value * 60)
    seen.push({ seat: null, value: Number.POSITIVE_INFINITY, seqs: [] });
  return timeMetric(key, seen, { part, target });
}

/** Minutes by which the first statement came before the first report of a medium; negative = the medium was first. */
function spreadRace(run: RunRecord, first: First): Metric {
  const start = run.crisisStart;
  const media = new Set(run.scenario.personas.filter((p) => p.kind === 'media').map((p) => p.key));
  const pickup = [...run.posts.values()]
    .filter((p) => p.channelKind === 'news' && p.from.key !== null && media.has(p.from.key))
    .reduce<number | null>((best, p) => (best === null || p.at < best ? p.at : best), null);
  // A crisis that begins in the press is no race; nor is one that nobody ran.
  const raced = start !== null && pickup !== null && pickup > start && first.by !== 'others';
  const statement = raced && first.by === 'player' ? first : null;
  return metric({
    key: 'spread_race',
    unit: 'minutes',
    value: statement ? minutesBetween(statement.at, pickup!) : null,
    target: raced ? { value: 0, better: 'at_least', basis: 'before_media_pickup' } : null,
    ...(raced && !statement ? { met: false } : {}),
    count: statement ? 1 : 0,
    of: raced ? 1 : 0,
    seqs: statement?.seqs ?? [],
  });
}

/** Median number of the version that was published. */
export function statementVersions(run: RunRecord): Metric[] {
  const seen = run
    .deeds('publish_statement')
    .map((d): Observation => ({ seat: d.seat, value: d.action.version, seqs: draftsAndPublication(run, d) }));
  return bySeat(seen, run.played, (own, seat) => {
    const middle = median(own.map((o) => o.value));
    return metric({
      key: 'statement_versions',
      seat,
      unit: 'count',
      value: middle === null ? null : round(middle),
      count: own.length,
      of: own.length,
      seqs: own.flatMap((o) => o.seqs),
    });
  });
}

const draftsAndPublication = (run: RunRecord, published: Deed<'publish_statement'>): number[] =>
  evidenceOf([
    ...run
      .deeds('draft_statement')
      .filter((d) => d.action.statement === published.action.statement && d.at <= published.at)
      .map((d) => d.seq),
    published.seq,
  ]);

/** From the moment a played seat is asked to approve a version until it approves or returns it. */
export function approvalTimes(run: RunRecord): Metric[] {
  const seen: Observation[] = [];
  for (const asked of run.told('statement')) {
    const seat = asked.waitingFor;
    if (seat === null || !run.isPlayedAt(seat, asked.at) || asked.state === 'draft') continue;
    const answer = [...run.deeds('approve_statement'), ...run.deeds('return_statement')]
      .filter(
        (d) =>
          d.seat === seat &&
          d.action.statement === asked.statement &&
          d.action.version === asked.version &&
          d.at >= asked.at,
      )
      .sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
    const until = asked.at + APPROVAL * 60;
    const replaced = run
      .told('statement')
      .some((s) => s.statement === asked.statement && s.version > asked.version);
    if (answer) seen.push({ seat, value: minutesBetween(asked.at, answer.at), seqs: [answer.seq] });
    else if (!replaced && run.end >= until && run.isPlayedAt(seat, until))
      seen.push({ seat, value: Number.POSITIVE_INFINITY, seqs: [] });
  }
  return bySeat(seen, run.played, (own, seat) => timeMetric('approval_minutes', own, { seat }));
}

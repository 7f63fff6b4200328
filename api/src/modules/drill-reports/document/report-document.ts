import { textIn, type DrillReport, type Locale, type Metric, type Text } from '@readyroom/contract';
import { ACTION_WORDS, RATING_WORDS, STATUS_WORDS } from '../words.js';
import type { Block, ReportDocument } from '../../../platform/pdf/document.js';
import { isTold, metricRow, nameOfMetric, resultOf } from './metric-rows.js';
import { REPORT_TEXTS, type ReportTexts } from './report-texts.js';

/** A report in one language, before it has a form. */
export function reportDocument(report: DrillReport, locale: Locale): ReportDocument {
  const texts = REPORT_TEXTS[locale];
  const say = (text: Text): string => textIn(text, locale);
  const drill = report.run.title ?? say(report.run.scenario.title);
  const parts: Parts = { report, texts, locale, say };
  return {
    mark: report.mark,
    title: `${texts.title} · ${drill}`,
    author: report.organisation,
    date: new Date(report.run.endedAt ?? report.run.clock.serverTime),
    language: locale,
    signature: texts.signature,
    page: texts.page,
    blocks: [
      ...summary(parts),
      ...objectives(parts),
      ...metrics(parts),
      ...seats(parts),
      ...earlier(parts),
      ...feedback(parts),
      ...whatIf(parts),
      ...timeline(parts),
      ...hotWash(parts),
      ...followUps(parts),
      ...certificate(parts),
      { kind: 'heading', text: texts.honesty },
      { kind: 'list', items: report.honesty.map(say) },
    ],
  };
}

interface Parts {
  readonly report: DrillReport;
  readonly texts: ReportTexts;
  readonly locale: Locale;
  readonly say: (text: Text) => string;
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const paragraph = (text: string, quiet = false): Block => ({ kind: 'paragraph', text, quiet });

function summary({ report, texts, say, locale }: Parts): Block[] {
  const { run, timeZone } = report;
  const and = locale === 'en' ? ', ' : '、';
  const people = (names: readonly string[]) => names.join(and) || texts.nobody;
  const rows = [
    [texts.facts.scenario, `${say(run.scenario.title)} (v${run.scenario.version})`],
    [texts.facts.organisation, report.organisation],
    [texts.facts.mode, texts.modes[run.mode]],
    [texts.facts.started, texts.instant(run.startedAt, timeZone)],
    [texts.facts.ended, texts.instant(run.endedAt, timeZone)],
    [texts.facts.status, say(STATUS_WORDS[run.clock.status])],
    ...report.cast.map(({ title, played, people: holders }) => [
      say(title),
      played ? people(holders.map(({ name }) => name)) : texts.simulated,
    ]),
    ...(report.photos > 0 ? [[texts.facts.photos, texts.photos(report.photos)]] : []),
    [texts.facts.staff, people(report.staff.map(({ person }) => person.name))],
  ];
  return [heading(texts.summary), { kind: 'table', head: [], rows, widths: [1, 3] }];
}

const seqs = (evidence: readonly number[]): string => evidence.map((seq) => `#${seq}`).join(' ') || '-';

function objectives({ report, texts, say }: Parts): Block[] {
  return [
    heading(texts.objectives),
    {
      kind: 'table',
      head: texts.objectiveHead,
      widths: [3, 3, 3, 2],
      rows: report.score.objectives.map((one) => [
        say(one.title),
        one.final === null ? texts.notRated : say(RATING_WORDS[one.final]),
        one.final === null
          ? '-'
          : `${one.finalBy === 'evaluators' ? texts.byEvaluators : texts.byLog} · ${texts.counted(one.met, one.late, one.missed)}`,
        seqs(one.evidence),
      ]),
    },
  ];
}

const table = (parts: Parts, lines: readonly Metric[]): Block => ({
  kind: 'table',
  head: parts.texts.metricHead,
  widths: [4, 2, 2, 2, 2],
  rows: lines
    .filter(isTold)
    .map((line) => [...metricRow(line, parts.report, parts.texts, parts.say), seqs(line.evidence)]),
});

function metrics(parts: Parts): Block[] {
  const { report, texts, say } = parts;
  return [
    heading(texts.metrics),
    table(parts, report.score.metrics),
    heading(texts.definitions),
    {
      kind: 'list',
      items: report.meanings.map(
        ({ name, meaning }) => `${say(name)}${parts.locale === 'en' ? ': ' : '：'}${say(meaning)}`,
      ),
    },
  ];
}

function seats(parts: Parts): Block[] {
  const { report, texts, say } = parts;
  if (report.score.seats.length === 0) return [];
  return [
    heading(texts.seatsTitle),
    ...report.score.seats.flatMap(({ seat, title, metrics: own }) => {
      const people = report.cast.find((one) => one.seat === seat)?.people.map(({ name }) => name) ?? [];
      return [paragraph([say(title), ...people].join(' · ')), table(parts, own)];
    }),
  ];
}

function earlier({ report, texts, say }: Parts): Block[] {
  if (report.earlier.length === 0) return [heading(texts.earlier), paragraph(texts.noEarlier)];
  const rows = report.score.metrics.filter(isTold).map((line) => [
    nameOfMetric(line, report, say),
    resultOf(line, texts),
    ...report.earlier.map(({ metrics: then }) => {
      const found = then.find(({ key, part }) => key === line.key && part === line.part);
      return found?.value === null || found === undefined ? '-' : texts.units[line.unit](found.value);
    }),
  ]);
  return [
    heading(texts.earlier),
    {
      kind: 'table',
      head: [
        texts.metricHead[0]!,
        texts.asItWas,
        ...report.earlier.map(({ endedAt }) => texts.instant(endedAt, report.timeZone)),
      ],
      rows,
      widths: [3, 2, ...report.earlier.map(() => 2)],
    },
  ];
}

function feedback({ report, texts }: Parts): Block[] {
  const { seeds, real, answered, unanswered, endedLower, adapted } = report.feedback;
  const last = (curve: readonly number[]): string => String(curve.at(-1) ?? 0);
  const [run, same, silent] = texts.feedbackRows;
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return [
    heading(texts.feedback),
    paragraph(texts.feedbackNotGrade(seeds)),
    {
      kind: 'table',
      head: texts.feedbackHead,
      widths: [3, 2, 2, 2],
      rows: [
        [run, '', last(real), ''],
        [same, last(answered.p10), last(answered.p50), last(answered.p90)],
        [silent, last(unanswered.p10), last(unanswered.p50), last(unanswered.p90)],
      ],
    },
    paragraph(texts.endedLower(percent(endedLower.answered), percent(endedLower.unanswered))),
    ...(adapted > 0 ? [paragraph(texts.adapted(adapted), true)] : []),
  ];
}

function whatIf({ report, texts, say }: Parts): Block[] {
  const [first] = report.whatIf;
  if (!first) return [heading(texts.whatIf), paragraph(texts.noStatement)];
  const row = (name: string, { statementMinute, hostile, peakHeat }: typeof first.after, refused: string) => [
    name,
    statementMinute === null ? texts.noneOut : String(statementMinute),
    String(hostile),
    String(peakHeat),
    refused,
  ];
  return [
    heading(texts.whatIf),
    {
      kind: 'table',
      head: texts.whatIfHead,
      widths: [2, 2, 2, 2, 2],
      rows: [
        row(`${texts.asItWas} (#${first.seq})`, first.before, ''),
        ...report.whatIf.map(({ shiftMinutes, after, refusal, refused }) => {
          const shift = shiftMinutes > 0 ? texts.later(shiftMinutes) : texts.earlierBy(-shiftMinutes);
          return row(
            refusal === null ? shift : texts.refusedBecause(shift, say(refusal)),
            after,
            String(refused),
          );
        }),
      ],
    },
  ];
}

function timeline({ report, texts, say }: Parts): Block[] {
  const titles = new Map(report.cast.map(({ seat, title }) => [seat, say(title)]));
  return [
    heading(texts.timeline),
    {
      kind: 'table',
      head: texts.timelineHead,
      widths: [1, 2, 7, 1],
      rows: report.timeline.map(({ at, by, what, seq }) => [
        clock(at),
        by === null ? '' : (titles.get(by) ?? by),
        say(what),
        seq === null ? '' : `#${seq}`,
      ]),
    },
  ];
}

function hotWash({ report, texts }: Parts): Block[] {
  if (report.hotWash.length === 0) return [heading(texts.hotWash), paragraph(texts.noHotWash)];
  return [
    heading(texts.hotWash),
    {
      kind: 'table',
      head: texts.hotWashHead,
      widths: [2, 3, 3, 3, 2],
      rows: report.hotWash.map(({ name, kept, missed, change, confidenceBefore, confidenceAfter }) => [
        name ?? texts.unnamed,
        kept,
        missed,
        change,
        `${confidenceBefore} → ${confidenceAfter}`,
      ]),
    },
  ];
}

function followUps({ report, texts, say }: Parts): Block[] {
  return [
    heading(texts.followUps),
    report.followUps.length === 0
      ? paragraph(texts.noFollowUps)
      : {
          kind: 'table',
          head: texts.followUpHead,
          widths: [4, 1],
          rows: report.followUps.map(({ title, people }) => [say(title), String(people)]),
        },
    heading(texts.actions),
    report.actions.length === 0
      ? paragraph(texts.noActions)
      : {
          kind: 'table',
          head: texts.actionHead,
          widths: [4, 2, 2, 2],
          rows: report.actions.map(({ what, owner, dueOn, status }) => [
            what,
            owner.name,
            dueOn,
            say(ACTION_WORDS[status]),
          ]),
        },
  ];
}

function certificate({ report, texts }: Parts): Block[] {
  const { certificate: one } = report;
  const noted = one.matches === null ? texts.noneNoted : one.matches ? texts.matches : texts.differs;
  const names = texts.certificateRows;
  return [
    heading(texts.certificate),
    paragraph(texts.certificateText),
    {
      kind: 'table',
      head: [],
      widths: [1, 3],
      rows: [
        [names.scenario, one.scenarioHash],
        [names.engine, one.engineVersion],
        [names.seed, String(one.seed)],
        [names.log, `${one.logSha256} (${texts.entries(one.logEntries)})`],
        [names.state, one.stateHash],
        [names.noted, noted],
        [names.command, one.command],
      ],
    },
  ];
}

/** Scenario time, counted from the start, as hours, minutes and seconds. */
function clock(at: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
}

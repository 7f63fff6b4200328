import type { MyDrillReport } from '@readyroom/contract';
import { Link } from 'wouter-preact';
import { api } from '../../shared/api/client.js';
import { usePage } from '../../shared/offline/use-page.js';
import { DRILL_MARK } from '../../shared/ui/drill-banner.js';
import { ErrorState, KeptLabel, Skeleton } from '../../shared/ui/states.js';
import { Title } from '../../shared/ui/title.js';
import { MetricList } from './metric-list.js';
import { ObjectiveList } from './objective-list.js';
import { OutcomeFeedback } from './outcome-feedback.js';
import { isTold } from './shown-metric.js';
import { useWords } from './use-words.js';
import './drill-report.css';

/** What a drill says about oneself and about the whole; of no other seat. */
export function MyReportScreen({ runId }: { runId: string }) {
  const { w, t, say } = useWords();
  const { data, keptAt, error, reload } = usePage<MyDrillReport>(`drill-report:${runId}`, () =>
    api.get(`/learn/drills/${runId}/report`),
  );
  if (error) return <ErrorState error={error} onRetry={reload} />;
  return (
    <>
      <Title windowTitle={`${DRILL_MARK} · ${w.report.title}`}>{w.report.title}</Title>
      {data ? (
        <>
          <p class="quiet">{data.run.title ?? say(data.run.scenario.title)}</p>
          <KeptLabel keptAt={keptAt} />
          <Mine report={data} />
          <section class="section">
            <h2 class="section__title">{w.report.whole}</h2>
            <ObjectiveList objectives={data.objectives} />
            <details class="more">
              <summary>{w.report.wholeMetrics}</summary>
              <MetricList metrics={data.metrics} report={data} />
            </details>
          </section>
          <OutcomeFeedback report={data} />
          <details class="more section">
            <summary>{w.report.timeline}</summary>
            <ol class="told card">
              {data.timeline.map(({ at, what }, i) => (
                <li key={i}>
                  <span class="told__time">{clock(at)}</span>
                  <span>{say(what)}</span>
                </li>
              ))}
            </ol>
          </details>
          <section class="section prose">
            <h2 class="section__title">{w.report.honesty}</h2>
            <ul>
              {data.honesty.map((sentence) => (
                <li key={sentence.en}>{say(sentence)}</li>
              ))}
            </ul>
            <p>
              <Link href="/drills/model">{t.drillModel.title}</Link>
            </p>
          </section>
        </>
      ) : (
        <Skeleton heights={[6, 12, 12]} />
      )}
    </>
  );
}

function Mine({ report }: { report: MyDrillReport }) {
  const { w, say } = useWords();
  const { me } = report;
  if (!me) return <p class="alert alert--info">{w.report.mineEmpty}</p>;
  return (
    <section class="section">
      <h2 class="section__title">
        {w.report.mine} · {say(me.title)}
      </h2>
      {me.objectives.length > 0 && (
        <ObjectiveList
          objectives={me.objectives.map((one) => ({
            objective: one.objective,
            title: one.title,
            final: one.final,
            weak: one.weak,
            counted: w.report.counted(one.met, one.late, one.missed),
          }))}
        />
      )}
      {me.metrics.some(isTold) ? (
        <MetricList metrics={me.metrics} report={report} />
      ) : (
        <p class="quiet">{w.report.mineNothing}</p>
      )}
    </section>
  );
}

/** Scenario time since the start, in hours and minutes. */
const clock = (at: number): string =>
  `${String(Math.floor(at / 3600)).padStart(2, '0')}:${String(Math.floor(at / 60) % 60).padStart(2, '0')}`;

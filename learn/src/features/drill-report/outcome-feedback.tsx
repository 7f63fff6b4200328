import type { MyDrillReport } from '@readyroom/contract';
import { useWords } from './use-words.js';

/** How the public reacted, beside what chance alone could have made of it. No grade. */
export function OutcomeFeedback({ report }: { report: MyDrillReport }) {
  const { w, say } = useWords();
  const { real, answered, unanswered, seeds } = report.feedback;
  const last = (curve: readonly number[]): number => curve.at(-1) ?? 0;
  const [first] = report.whatIf;
  return (
    <>
      <section class="section">
        <h2 class="section__title">{w.report.feedback}</h2>
        <p class="quiet">{w.report.feedbackText(seeds)}</p>
        <dl class="pairs card">
          <div>
            <dt>{w.report.real}</dt>
            <dd>{last(real)}</dd>
          </div>
          <div>
            <dt>{w.report.answered}</dt>
            <dd>{w.report.range(last(answered.p10), last(answered.p90))}</dd>
          </div>
          <div>
            <dt>{w.report.unanswered}</dt>
            <dd>{w.report.range(last(unanswered.p10), last(unanswered.p90))}</dd>
          </div>
        </dl>
      </section>
      {first && (
        <section class="section">
          <h2 class="section__title">{w.report.whatIf}</h2>
          <dl class="pairs card">
            <div>
              <dt>{w.report.real}</dt>
              <dd>{w.report.outcome(first.before.hostile, first.before.peakHeat)}</dd>
            </div>
            {report.whatIf.map(({ shiftMinutes, after, refusal }) => (
              <div key={shiftMinutes}>
                <dt>{shiftMinutes > 0 ? w.report.later(shiftMinutes) : w.report.sooner(-shiftMinutes)}</dt>
                <dd>
                  {refusal && <p class="small">{w.report.refused(say(refusal))}</p>}
                  {w.report.outcome(after.hostile, after.peakHeat)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

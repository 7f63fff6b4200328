import { ChartFrame } from '../../../shared/ChartFrame.js';
import { Curves } from '../../../shared/charts/index.js';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';
import { thinned } from './thinned.js';

const MOST_POINTS = 90;

/** Volume, negative share and heat over the scenario. */
export const IndicatorFigure = () => {
  const { stage, state, runId } = useRoom();
  const { T, time } = useWords(stage);
  const samples = thinned(state.view.indicators, MOST_POINTS);
  const last = state.view.indicators.at(-1);
  const clockOf = ({ minute }: { minute: number }) => time(minute * 60);
  return (
    <ChartFrame
      title={T('indicators')}
      summary={
        last
          ? T('indicators_now', {
              time: clockOf(last),
              volume: last.volume,
              share: last.negativeShare,
              heat: last.heat,
              silence: last.silence,
            })
          : ''
      }
      columns={[
        { label: T('time'), value: clockOf },
        { label: T('volume'), value: ({ volume }) => volume },
        { label: T('share'), value: ({ negativeShare }) => negativeShare },
        { label: T('heat'), value: ({ heat }) => heat },
      ]}
      rows={samples}
      fileName={`drill-${runId}`}
      chart={
        <Curves
          points={samples.map((sample) => ({
            label: clockOf(sample),
            left: sample.volume,
            right: [sample.heat, sample.negativeShare],
          }))}
          leftName={T('volume')}
          rightNames={[T('heat'), T('share')]}
        />
      }
    />
  );
};

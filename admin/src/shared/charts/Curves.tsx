import { useTheme } from '@mui/material';
import { useEffect } from 'react';
import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface CurvePoint {
  label: string;
  /** On the axis at the left. */
  left: number;
  /** From 0 to 100, on the axis at the right. */
  right: readonly number[];
}

interface Props {
  points: readonly CurvePoint[];
  leftName: string;
  rightNames: readonly string[];
  height?: number;
  fontSize?: number;
}

/** Lines told apart by their strokes as well: a count, and measures from 0 to 100 on an axis of their own. */
const STROKES = ['6 3', '2 3'];

export const Curves = ({ points, leftName, rightNames, height = 280, fontSize = 12.5 }: Props) => {
  const { palette, typography } = useTheme();
  useEffect(() => {
    // recharts measures texts in a span that it hides; a dialog that closes over it would show it to screen readers.
    document.getElementById('recharts_measurement_span')?.setAttribute('inert', '');
  });
  const text = { fill: palette.text.secondary, fontSize, fontFamily: typography.fontFamily };
  const colours = [palette.error.main, palette.warning.main];
  const width = fontSize > 16 ? 2.4 * fontSize : 40;
  const thick = fontSize > 16 ? 5 : 2;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart
        data={[...points]}
        margin={{ left: 0, right: 0, top: 8, bottom: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke={palette.divider} />
        {/* Large letters would run into the nought of the other axis. */}
        <XAxis
          dataKey="label"
          tick={text}
          stroke={palette.divider}
          minTickGap={40}
          tickMargin={Math.max(4, fontSize - 10)}
          height={30 + Math.max(0, 2 * (fontSize - 12))}
        />
        <YAxis yAxisId="left" tick={text} stroke={palette.divider} allowDecimals={false} width={width} />
        <YAxis
          yAxisId="right"
          orientation="right"
          domain={[0, 100]}
          tick={text}
          stroke={palette.divider}
          width={width}
        />
        <Tooltip
          contentStyle={{
            background: palette.background.paper,
            borderColor: palette.divider,
            borderRadius: 8,
          }}
        />
        <Legend wrapperStyle={{ fontSize }} />
        <Line
          yAxisId="left"
          dataKey="left"
          name={leftName}
          stroke={palette.primary.main}
          strokeWidth={thick}
          dot={false}
          isAnimationActive={false}
        />
        {rightNames.map((name, index) => (
          <Line
            key={name}
            yAxisId="right"
            dataKey={({ right }: CurvePoint) => right[index]}
            name={name}
            stroke={colours[index % colours.length]}
            strokeDasharray={STROKES[index % STROKES.length]}
            strokeWidth={thick}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
};

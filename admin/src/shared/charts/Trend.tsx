import { useTheme } from '@mui/material';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';

export interface TrendPoint {
  key: string;
  label: string;
  /** Of this step alone. */
  value: number;
  /** Running total. */
  total: number;
}

interface Props {
  points: readonly TrendPoint[];
  valueName: string;
  totalName: string;
  onSelect?: (key: string) => void;
}

/** Bars for each step, a line for the running total on an axis of its own. */
export const Trend = ({ points, valueName, totalName, onSelect }: Props) => {
  const { palette, typography } = useTheme();
  const text = { fill: palette.text.secondary, fontSize: 12.5, fontFamily: typography.fontFamily };
  return (
    <ResponsiveContainer width="100%" height={300}>
      <ComposedChart
        data={[...points]}
        margin={{ left: 0, right: 0, top: 8, bottom: 4 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke={palette.divider} />
        <XAxis dataKey="label" tick={text} stroke={palette.divider} minTickGap={24} />
        <YAxis yAxisId="value" tick={text} stroke={palette.divider} allowDecimals={false} width={40} />
        <YAxis
          yAxisId="total"
          orientation="right"
          tick={text}
          stroke={palette.divider}
          allowDecimals={false}
          width={44}
        />
        <Tooltip
          cursor={{ fill: palette.action.hover }}
          contentStyle={{
            background: palette.background.paper,
            borderColor: palette.divider,
            borderRadius: 8,
          }}
        />
        <Legend wrapperStyle={{ fontSize: 12.5 }} />
        <Bar
          yAxisId="value"
          dataKey="value"
          name={valueName}
          fill={palette.primary.light}
          radius={[4, 4, 0, 0]}
          maxBarSize={28}
          isAnimationActive={false}
          cursor={onSelect ? 'pointer' : undefined}
          onClick={(_bar, index) => onSelect?.(points[index]!.key)}
        />
        <Line
          yAxisId="total"
          dataKey="total"
          name={totalName}
          stroke={palette.primary.dark}
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
};

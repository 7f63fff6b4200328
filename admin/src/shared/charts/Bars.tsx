import { useTheme } from '@mui/material';
import { Bar, BarChart, LabelList, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface BarRow {
  key: string;
  label: string;
  value: number;
}

interface Props {
  rows: readonly BarRow[];
  /** Name of the value, for the tooltip. */
  name: string;
  unit?: string;
  /** End of the axis; 100 for percentages. */
  max?: number;
  onSelect?: (key: string) => void;
}

const ROW = 34;

/** Horizontal bars, one a row, longest label first in view; a click opens what is behind the bar. */
export const Bars = ({ rows, name, unit = '', max, onSelect }: Props) => {
  const { palette, typography } = useTheme();
  const text = { fill: palette.text.secondary, fontSize: 12.5, fontFamily: typography.fontFamily };
  return (
    <ResponsiveContainer width="100%" height={Math.max(280, rows.length * ROW + 40)}>
      <BarChart
        data={[...rows]}
        layout="vertical"
        margin={{ left: 8, right: 48, top: 4, bottom: 4 }}
        accessibilityLayer={false}
      >
        <XAxis
          type="number"
          domain={[0, max ?? 'auto']}
          unit={unit}
          tick={text}
          stroke={palette.divider}
          allowDecimals={false}
        />
        <YAxis
          type="category"
          dataKey="label"
          width={170}
          tick={text}
          stroke={palette.divider}
          tickLine={false}
        />
        <Tooltip
          cursor={{ fill: palette.action.hover }}
          contentStyle={{
            background: palette.background.paper,
            borderColor: palette.divider,
            borderRadius: 8,
          }}
        />
        <Bar
          dataKey="value"
          name={name}
          unit={unit}
          fill={palette.primary.main}
          radius={[0, 4, 4, 0]}
          barSize={16}
          isAnimationActive={false}
          cursor={onSelect ? 'pointer' : undefined}
          onClick={(_bar, index) => onSelect?.(rows[index]!.key)}
        >
          <LabelList
            dataKey="value"
            position="right"
            formatter={(value) => `${String(value)}${unit}`}
            fill={palette.text.primary}
            fontSize={12.5}
          />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
};

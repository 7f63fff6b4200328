import { Box, useTheme } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MapEdge, MapNode } from './caseMap.js';
import { QUALITY_COLOUR } from './QualityChip.js';

interface Props {
  nodes: readonly MapNode[];
  edges: readonly MapEdge[];
  /** The decision on the phone; null = the debrief. */
  current: string | null;
  summary: string;
}

const WIDTH = 420;
const ROW = 92;
const RADIUS = 19;
const DASHES = { strong: undefined, acceptable: '7 4', weak: '2 4' };

/** Decisions in layers, a line an option. Beside it the same stands in words, so it is a picture with a summary. */
export const CaseDrawing = ({ nodes, edges, current, summary }: Props) => {
  const translate = useTranslate();
  const { palette } = useTheme();
  const depth = Math.max(...nodes.map((node) => node.depth)) + 1;
  const places = new Map(
    nodes.map((node) => [
      node.id,
      { x: (WIDTH * (node.column + 1)) / (node.columns + 1), y: 30 + node.depth * ROW },
    ]),
  );
  const end = { x: WIDTH / 2, y: 30 + depth * ROW };
  return (
    <Box
      component="svg"
      viewBox={`0 0 ${WIDTH} ${end.y + 26}`}
      role="img"
      aria-label={summary}
      sx={{ width: 1, maxWidth: WIDTH, display: 'block', mx: 'auto' }}
    >
      {edges.map((edge) => (
        <Edge
          key={edge.optionId}
          edge={edge}
          from={places.get(edge.from)!}
          to={(edge.to && places.get(edge.to)) || end}
        />
      ))}
      {nodes.map((node) => {
        const { x, y } = places.get(node.id)!;
        const isCurrent = node.id === current;
        return (
          <g key={node.id}>
            <circle
              cx={x}
              cy={y}
              r={RADIUS}
              fill={isCurrent ? palette.primary.main : palette.background.paper}
              stroke={palette.primary.main}
              strokeWidth={2}
            />
            <text
              x={x}
              y={y + 5}
              textAnchor="middle"
              fontWeight={650}
              fontSize={15}
              fill={isCurrent ? palette.primary.contrastText : palette.text.primary}
            >
              {node.number}
            </text>
          </g>
        );
      })}
      <rect
        x={end.x - 46}
        y={end.y - 17}
        width={92}
        height={34}
        rx={17}
        fill={current === null ? palette.primary.main : palette.background.paper}
        stroke={palette.text.secondary}
      />
      <text
        x={end.x}
        y={end.y + 5}
        textAnchor="middle"
        fontSize={13.5}
        fill={current === null ? palette.primary.contrastText : palette.text.primary}
      >
        {translate('resources.courses.case.end')}
      </text>
    </Box>
  );
};

interface Point {
  x: number;
  y: number;
}

/** Lines to the next layer fan out between the two; lines that skip a layer go round it on their side. */
const Edge = ({ edge, from, to }: { edge: MapEdge; from: Point; to: Point }) => {
  const { palette } = useTheme();
  const colour = palette[QUALITY_COLOUR[edge.quality]].main;
  const side = edge.index - (edge.count - 1) / 2;
  const layers = Math.round((to.y - from.y) / ROW);
  const bend = layers > 1 ? (Math.sign(side) || 1) * (110 + 30 * layers) + side * 40 : side * 100;
  const start = { x: from.x + side * 8, y: from.y + RADIUS - 2 };
  const goal = { x: to.x + side * 8, y: to.y - RADIUS + 1 };
  const control = { x: (start.x + goal.x) / 2 + bend, y: (start.y + goal.y) / 2 };
  const label = { x: (start.x + 2 * control.x + goal.x) / 4, y: control.y };
  return (
    <g>
      <path
        d={`M${start.x},${start.y} Q${control.x},${control.y} ${goal.x},${goal.y}`}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={DASHES[edge.quality]}
      />
      <circle cx={label.x} cy={label.y} r={9} fill={palette.background.paper} />
      <text x={label.x} y={label.y + 4.5} textAnchor="middle" fontSize={12.5} fontWeight={650} fill={colour}>
        {edge.letter}
      </text>
    </g>
  );
};

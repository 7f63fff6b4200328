import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Locale } from '../../providers/contract.js';
import { CaseDrawing } from './CaseDrawing.js';
import { countQualities, letterOf, mapCase, type MapNode, type PreviewCase } from './caseMap.js';
import { Html } from './Html.js';
import { QualityChip } from './QualityChip.js';

interface Props {
  graph: PreviewCase;
  locale: Locale;
  current: string | null;
  onShow: (id: string | null) => void;
}

/** All decisions, options, qualities and consequences of a case, drawn and in words. */
export const CaseLaidOpen = ({ graph, locale, current, onShow }: Props) => {
  const translate = useTranslate();
  const { nodes, edges } = mapCase(graph);
  const T = (key: string, options?: object) => translate(`resources.courses.case.${key}`, options);
  const summary = T('summary', { nodes: nodes.length, options: edges.length, ...countQualities(edges) });
  return (
    <Card component="section" aria-labelledby="case-open" sx={{ p: 2.5, display: 'grid', gap: 2 }}>
      <div>
        <Typography id="case-open" variant="subtitle2" component="h2">
          {T('title')}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {summary}
        </Typography>
      </div>
      <CaseDrawing nodes={nodes} edges={edges} current={current} summary={`${T('map')}: ${summary}`} />
      {nodes.map((place) => (
        <Decision key={place.id} place={place} {...{ graph, nodes, locale, current, onShow }} />
      ))}
    </Card>
  );
};

const Decision = ({
  place,
  nodes,
  graph,
  locale,
  current,
  onShow,
}: Props & { place: MapNode; nodes: readonly MapNode[] }) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.courses.case.${key}`, options);
  const node = graph.nodes.find(({ id }) => id === place.id)!;
  const numberOf = (id: string) => nodes.find((one) => one.id === id)?.number;
  const isShown = current === place.id;
  const name = T('node', { number: place.number });
  return (
    <Box component="section" aria-label={name} sx={{ borderTop: 1, borderColor: 'divider', pt: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 32 }}>
        <Typography component="h3" sx={{ fontWeight: 650, flex: 1 }}>
          {name}{' '}
          <Box component="span" lang={locale} sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {node.clock}
          </Box>
        </Typography>
        <Button
          size="small"
          disabled={isShown}
          onClick={() => onShow(place.id)}
          aria-label={`${T(isShown ? 'shown' : 'show')}: ${name}`}
        >
          {T(isShown ? 'shown' : 'show')}
        </Button>
      </Box>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
        {node.options.map((option, i) => {
          const outcome = node.outcomes.find(({ chosenOptionId }) => chosenOptionId === option.id)!;
          return (
            <li key={option.id}>
              <Box sx={{ display: 'flex', gap: 1, lineHeight: 1.6 }}>
                <b>{letterOf(i)}</b>
                <span lang={locale}>{option.label}</span>
              </Box>
              <Box sx={{ pl: 2.5, mt: 0.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <QualityChip quality={outcome.quality} label={T(`quality.${outcome.quality}`)} />
                <Typography component="span" variant="body2" color="text.secondary">
                  {outcome.nextNodeId ? T('next', { number: numberOf(outcome.nextNodeId) }) : T('next_end')}
                </Typography>
              </Box>
              <Box component="details" sx={{ pl: 2.5, mt: 0.5 }}>
                <Box component="summary" sx={{ cursor: 'pointer', color: 'primary.main' }}>
                  {T('consequence')}
                </Box>
                <Box lang={locale} sx={{ pt: 1, display: 'grid', gap: 1 }}>
                  <Html html={outcome.consequenceHtml} />
                  <Box sx={{ color: 'text.secondary' }}>
                    <Html html={outcome.feedbackHtml} />
                  </Box>
                </Box>
              </Box>
            </li>
          );
        })}
      </Box>
    </Box>
  );
};

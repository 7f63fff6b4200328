import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import type { Locale } from '../../providers/contract.js';
import type { PreviewCase } from './caseMap.js';
import { Html } from './Html.js';
import { phoneTexts } from './phoneTexts.js';
import { QualityChip } from './QualityChip.js';

interface Props {
  graph: PreviewCase;
  locale: Locale;
  /** The decision on screen; null = the debrief. */
  nodeId: string | null;
  onNode: (id: string | null) => void;
}

/** The case as a learner plays it: choose, see what comes of it, go on. Mount it anew for another decision. */
export const CasePlay = ({ graph, locale, nodeId, onNode }: Props) => {
  const texts = phoneTexts[locale];
  const [chosenId, setChosen] = useState<string | null>(null);
  const node = graph.nodes.find(({ id }) => id === nodeId);
  if (!node)
    return (
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Typography component="h3" sx={{ fontSize: '1.05rem', fontWeight: 650 }}>
          {texts.debrief}
        </Typography>
        <Html html={graph.debriefHtml} />
        <Button variant="outlined" onClick={() => onNode(graph.startId)}>
          {texts.again}
        </Button>
      </Box>
    );
  const outcome = node.outcomes.find(({ chosenOptionId }) => chosenOptionId === chosenId);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Typography component="h3" sx={{ color: 'primary.main', fontWeight: 650 }}>
        {node.clock}
      </Typography>
      <Html html={node.html} />
      {node.options.map((option) => (
        <Button
          key={option.id}
          variant={option.id === chosenId ? 'contained' : 'outlined'}
          aria-pressed={option.id === chosenId}
          onClick={() => setChosen(option.id)}
          sx={{
            minHeight: 52,
            justifyContent: 'flex-start',
            textAlign: 'left',
            whiteSpace: 'normal',
            fontWeight: 500,
          }}
        >
          {option.label}
        </Button>
      ))}
      <Box role="status" sx={{ display: 'grid', gap: 1 }}>
        {outcome && (
          <>
            <div>
              <QualityChip quality={outcome.quality} label={texts.quality[outcome.quality]} />
            </div>
            <Typography component="h4" sx={{ fontWeight: 650 }}>
              {texts.consequence}
            </Typography>
            <Html html={outcome.consequenceHtml} />
            <Typography component="h4" sx={{ fontWeight: 650 }}>
              {texts.feedback}
            </Typography>
            <Html html={outcome.feedbackHtml} />
          </>
        )}
      </Box>
      {outcome && (
        <Button variant="contained" onClick={() => onNode(outcome.nextNodeId)}>
          {texts.goOn}
        </Button>
      )}
    </Box>
  );
};

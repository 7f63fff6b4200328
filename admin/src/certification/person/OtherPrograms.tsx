import { Box, Button, Card, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useText } from '../../shared/useLocale.js';
import { usePrograms } from '../usePrograms.js';
import { WhyPanel } from './WhyPanel.js';

/** Programs that this person is not in: why not? */
export const OtherPrograms = ({ personId, known }: { personId: string; known: readonly string[] }) => {
  const translate = useTranslate();
  const textIn = useText();
  const heading = useId();
  const { programs } = usePrograms();
  const [asked, setAsked] = useState<string | null>(null);
  const others = programs.filter(({ id }) => !known.includes(id));
  const T = (key: string) => translate(`resources.certification.${key}`);
  if (others.length === 0) return null;
  return (
    <Card component="section" aria-labelledby={heading} sx={{ p: 2.5 }}>
      <Typography id={heading} component="h2" variant="h6" gutterBottom>
        {T('others')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {others.map(({ id, document }) => {
          const title = textIn(document.title);
          const isOpen = asked === id;
          return (
            <Box component="li" key={id} sx={{ py: 0.5 }}>
              <Box sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
                <Typography sx={{ flex: 1 }}>{title}</Typography>
                <Button
                  size="small"
                  aria-expanded={isOpen}
                  aria-label={`${T('why.ask_not')} ${title}`}
                  onClick={() => setAsked(isOpen ? null : id)}
                >
                  {T('why.ask_not')}
                </Button>
              </Box>
              {isOpen && <WhyPanel personId={personId} programId={id} />}
            </Box>
          );
        })}
      </Box>
    </Card>
  );
};

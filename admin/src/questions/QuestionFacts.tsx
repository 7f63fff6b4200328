import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { QuestionDetail } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';

export const QuestionFacts = ({ question }: { question: QuestionDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.questions.${key}`, options);
  const { tiers } = question;
  const facts: [string, string][] = [
    ['topic', textIn(question.topicTitle)],
    ['type', T(`type.${question.type}`)],
    ['difficulty', T(`difficulty.${question.difficulty}`)],
    [
      'tiers',
      tiers
        ? tiers.map((tier) => translate(`tier.${tier}`)).join(translate('common.separator'))
        : T('all_tiers'),
    ],
    [
      'version',
      T('version_since', { number: question.versionNumber, instant: format.instant(question.updatedAt) }),
    ],
  ];
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: '7.5em 1fr', gap: '8px 16px', m: 0 }}>
      {facts.map(([field, value]) => (
        <Box key={field} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {T(`fields.${field}`)}
          </Box>
          <Box component="dd" sx={{ m: 0 }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  );
};

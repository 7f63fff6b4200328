import { Box, Card, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { Fragment, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BriefingTemplate } from '../providers/contract.js';
import { useLocale } from '../shared/useLocale.js';
import { PARTS, type DocumentDraft, type Said } from './document.js';

const GAP = /(\{\{\s*[a-z][a-z0-9_]*\s*\}\})/;

interface Props {
  document: DocumentDraft;
  placeholders: BriefingTemplate['placeholders'];
}

/** How it will stand on a phone, in either language; gaps that are still open are marked. */
export const PhonePreview = ({ document, placeholders }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const [language, setLanguage] = useState<keyof Said>(locale === 'en' ? 'en' : 'zh');
  const T = (key: string) => translate(`briefings.${key}`);
  const nameOf = (key: string) => placeholders.find((one) => one.key === key)?.label[language] ?? key;
  const parts = PARTS.filter((part) => part !== 'title' && document[part][language].trim() !== '');
  return (
    <Card component="section" aria-labelledby="briefing-phone" sx={{ p: 2.5, display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography id="briefing-phone" variant="subtitle2" component="h2" sx={{ flex: 1 }}>
          {T('on_the_phone')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={language}
          aria-label={T('preview_language')}
          onChange={(_event, value) => value && setLanguage(value as keyof Said)}
        >
          <ToggleButton value="zh" lang="zh-CN">
            中文
          </ToggleButton>
          <ToggleButton value="en" lang="en">
            English
          </ToggleButton>
        </ToggleButtonGroup>
      </Box>
      <Box
        lang={language === 'en' ? 'en' : 'zh-CN'}
        sx={{ border: 1, borderColor: 'divider', borderRadius: 3, p: 2, display: 'grid', gap: 1.25 }}
      >
        <Typography sx={{ fontSize: 19, fontWeight: 680, lineHeight: 1.3, overflowWrap: 'anywhere' }}>
          <Marked text={document.title[language] || '…'} nameOf={nameOf} />
        </Typography>
        {parts.map((part) => (
          <Box key={part}>
            <Typography variant="body2" color="text.secondary" sx={{ fontWeight: 600 }}>
              {PHONE[language][part as keyof (typeof PHONE)['zh']]}
            </Typography>
            <Typography
              variant="body2"
              sx={{ whiteSpace: 'pre-line', lineHeight: 1.6, overflowWrap: 'anywhere' }}
            >
              <Marked text={document[part][language]} nameOf={nameOf} />
            </Typography>
          </Box>
        ))}
      </Box>
    </Card>
  );
};

/** Headings as the learner app has them, in the language of the preview and not of the console. */
const PHONE = {
  zh: {
    facts: '目前已知',
    unknown: '尚不清楚',
    act: '现在请做',
    say: '对外口径',
    avoid: '不说不做',
    ask: '联系谁',
  },
  en: {
    facts: 'What we know',
    unknown: 'What we do not know',
    act: 'What you do now',
    say: 'What you say',
    avoid: 'What you do not say or do',
    ask: 'Whom to call',
  },
} as const;

const Marked = ({ text, nameOf }: { text: string; nameOf: (key: string) => string }) =>
  text.split(GAP).map((piece, at) =>
    GAP.test(piece) ? (
      // Pieces of one text have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <Box
        key={at}
        component="mark"
        sx={{ bgcolor: 'action.selected', color: 'inherit', borderRadius: 0.5, px: 0.5 }}
      >
        {nameOf(piece.replaceAll(/[{}\s]/g, ''))}
      </Box>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>{piece}</Fragment>
    ),
  );

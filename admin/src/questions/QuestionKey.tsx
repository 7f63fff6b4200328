import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { QuestionDetail } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { KeyTable } from './KeyTable.js';
import { acceptedRange } from './numericRange.js';
import { OptionTable } from './OptionTable.js';

/** What is right, in the form that the type of the question asks for. */
export const QuestionKey = ({ question }: { question: QuestionDetail }) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.questions.key.${key}`, options);
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <OptionTable options={question.options} />;
    case 'ordering':
      return (
        <KeyTable
          caption={T('order_caption')}
          heads={[T('position'), T('order')]}
          rows={question.items.map((item, i) => [String(i + 1), item])}
        />
      );
    case 'matching':
      return (
        <KeyTable
          caption={T('pairs_caption')}
          heads={[T('left'), T('right')]}
          rows={question.pairs.map(({ left, right }) => [left, right])}
        />
      );
    case 'boolean':
      return <Typography sx={{ fontWeight: 650 }}>{T(String(question.answer))}</Typography>;
    case 'numeric':
      return <NumberKey question={question} />;
    case 'short':
      return <AcceptedTexts accepted={question.accepted ?? { zh: [], en: [] }} />;
  }
};

const NumberKey = ({ question: { answer, tolerance, unit } }: { question: QuestionDetail }) => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.questions.key.${key}`, options);
  const value = Number(answer);
  const range = acceptedRange(value, tolerance);
  return (
    <>
      <Typography sx={{ fontWeight: 650 }}>
        {T('number', { value: format.number(value), unit: unit ? textIn(unit) : '' }).trim()}
      </Typography>
      <Typography color="text.secondary">
        {range
          ? T('tolerance', { from: format.number(range.from), to: format.number(range.to) })
          : T('exact')}
      </Typography>
    </>
  );
};

const AcceptedTexts = ({ accepted }: { accepted: NonNullable<QuestionDetail['accepted']> }) => {
  const translate = useTranslate();
  return (
    <>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { md: '1fr 1fr' } }}>
        {(['zh', 'en'] as const).map((language) => (
          <Box
            key={language}
            component="ul"
            aria-label={translate(`resources.questions.language.${language}`)}
            lang={language === 'zh' ? 'zh-CN' : 'en'}
            sx={{ m: 0, pl: 2.5, lineHeight: 1.65 }}
          >
            {accepted[language].map((text) => (
              <li key={text}>{text}</li>
            ))}
          </Box>
        ))}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {translate('resources.questions.key.accepted_help')}
      </Typography>
    </>
  );
};

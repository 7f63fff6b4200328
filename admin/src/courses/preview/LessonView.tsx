import { Box, Link, Typography } from '@mui/material';
import type { Locale } from '../../providers/contract.js';
import { BlockView } from './BlockView.js';
import { CasePlay } from './CasePlay.js';
import { phoneTexts } from './phoneTexts.js';
import type { PreviewLesson } from './place.js';

export const CASE_ID = 'preview-case';

interface Props {
  lesson: PreviewLesson;
  locale: Locale;
  nodeId: string | null;
  onNode: (id: string | null) => void;
}

/** A lesson as it scrolls on the phone: blocks, case, sources. */
export const LessonView = ({ lesson, locale, nodeId, onNode }: Props) => {
  const texts = phoneTexts[locale];
  return (
    <Box sx={{ display: 'grid', gap: 3, '& > *': { minWidth: 0 } }}>
      <div>
        <Typography component="h2" sx={{ fontSize: '1.375rem', fontWeight: 680, lineHeight: 1.35 }}>
          {lesson.title}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {texts.minutes(lesson.minutes)}
        </Typography>
      </div>
      {lesson.blocks.map((block) => (
        <BlockView key={block.id} block={block} locale={locale} />
      ))}
      {lesson.case && (
        <Box id={CASE_ID} tabIndex={-1}>
          <CasePlay
            key={`${lesson.id} ${nodeId ?? 'end'}`}
            graph={lesson.case}
            locale={locale}
            nodeId={nodeId}
            onNode={onNode}
          />
        </Box>
      )}
      {lesson.sources.length > 0 && (
        <Box sx={{ borderTop: 1, borderColor: 'divider', pt: 2, fontSize: '0.875rem' }}>
          <Typography component="h3" sx={{ fontWeight: 650, fontSize: 'inherit' }}>
            {texts.sources}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.25, lineHeight: 1.6 }}>
            {lesson.sources.map((source) => (
              <li key={source.title} lang={/\p{Script=Han}/u.test(source.title) ? 'zh-CN' : 'en'}>
                {source.url ? (
                  <Link href={source.url} target="_blank" rel="noopener noreferrer">
                    {source.title}
                  </Link>
                ) : (
                  source.title
                )}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  {source.publisher}, {source.year}
                </Box>
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
};

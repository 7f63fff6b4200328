import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { VersionPreview } from '../../providers/contract.js';
import { CaseLaidOpen } from './CaseLaidOpen.js';
import { LessonFacts } from './LessonFacts.js';
import { CASE_ID, LessonView } from './LessonView.js';
import { PhoneFrame } from './PhoneFrame.js';
import { phoneTexts } from './phoneTexts.js';
import type { Part } from './place.js';
import { QuizCover } from './QuizCover.js';
import { QuizDraw } from './QuizDraw.js';

interface Props {
  preview: VersionPreview;
  part: Part;
  onPart: (id: string) => void;
}

/** One lesson or the quiz: on the phone, and what lies behind it. The decision on the phone is shared by both. */
export const PreviewPart = ({ preview, part, onPart }: Props) => {
  const translate = useTranslate();
  const { lesson } = part;
  const { locale } = preview;
  const texts = phoneTexts[locale];
  const [nodeId, setNode] = useState(lesson?.case?.startId ?? null);
  const show = (id: string | null) => {
    setNode(id);
    // The button that was pressed goes away; whoever uses the keyboard goes on at the decision.
    document.getElementById(CASE_ID)?.focus({ preventScroll: true });
    document.getElementById(CASE_ID)?.scrollIntoView({ block: 'start' });
  };
  const step = (label: string, to: string | null) => (
    <Button disabled={to === null} onClick={() => to !== null && onPart(to)}>
      {label}
    </Button>
  );
  return (
    <>
      <PhoneFrame
        label={translate('resources.courses.view.phone')}
        locale={locale}
        place={part.id}
        footer={
          <>
            {step(texts.back, part.before)}
            {step(texts.next, part.after)}
          </>
        }
      >
        {lesson ? (
          <LessonView lesson={lesson} locale={locale} nodeId={nodeId} onNode={show} />
        ) : (
          <QuizCover preview={preview} />
        )}
      </PhoneFrame>
      <Box sx={{ display: 'grid', gap: 2, gridColumn: { md: '2', lg: 'auto' } }}>
        {lesson ? <LessonFacts lesson={lesson} /> : <QuizDraw preview={preview} />}
        {lesson?.case && <CaseLaidOpen graph={lesson.case} locale={locale} current={nodeId} onShow={show} />}
      </Box>
    </>
  );
};

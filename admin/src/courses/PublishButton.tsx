import { Box, Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Confirm, useDataProvider, useNotify, useRefresh, useTranslate } from 'react-admin';
import type { CourseDetail, CourseVersion } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useNotifyError } from '../shared/useErrorText.js';
import { useText } from '../shared/useLocale.js';
import { useShortcut } from '../shared/useShortcut.js';

/** Publishes a draft after saying who gets it, who keeps what they have, and that there is no way back. */
export const PublishButton = ({ course, draft }: { course: CourseDetail; draft: CourseVersion }) => {
  const translate = useTranslate();
  const textIn = useText();
  const notify = useNotify();
  const refresh = useRefresh();
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const [isAsking, setAsking] = useState(false);
  const T = (key: string, options?: object) => translate(`resources.courses.publish.${key}`, options);
  const { number } = draft;
  useShortcut('mod+enter', () => setAsking(true), !isAsking);
  const { mutate, isPending } = useMutation({
    mutationFn: () => dataProvider.publishCourseVersion(draft.id),
    onSuccess: () => notify(T('done', { number }), { type: 'success' }),
    onError: useNotifyError(),
    onSettled: () => {
      setAsking(false);
      // Also after a refusal: somebody else may have published it meanwhile.
      refresh();
    },
  });
  return (
    <>
      <Button
        variant="contained"
        onClick={() => setAsking(true)}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {T('button', { number })}
      </Button>
      <Confirm
        isOpen={isAsking}
        loading={isPending}
        title={T('title', { number, title: textIn(course.title) })}
        content={<Consequences versions={course.versions} number={number} />}
        confirm={T('button', { number })}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      />
    </>
  );
};

const Consequences = ({ versions, number }: { versions: CourseDetail['versions']; number: number }) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`resources.courses.publish.${key}`, options);
  const others = versions.filter((version) => version.status !== 'draft');
  const staying = others.filter(({ learners }) => learners > 0);
  const current = others.find(({ status }) => status === 'published');
  const lines = [
    T('new_learners', { number }),
    ...staying.map((version) => T('keep', { smart_count: version.learners, number: version.number })),
    ...(current && staying.length === 0 ? [T('keep_nobody', { number: current.number })] : []),
    others.length ? T('completions') : T('first'),
    T('forever'),
  ];
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1, lineHeight: 1.6 }}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </Box>
  );
};

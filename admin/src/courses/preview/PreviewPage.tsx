import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { Box, Skeleton } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Title, useDataProvider, useTranslate } from 'react-admin';
import { useParams } from 'react-router';
import type { CourseDetail } from '../../providers/contract.js';
import type { ReadyroomDataProvider } from '../../providers/dataProvider.js';
import { LoadFailed } from '../../shared/LoadFailed.js';
import { useAddressQuery } from '../../shared/useAddressQuery.js';
import { useDetail } from '../../shared/useDetail.js';
import { useLocale, useText } from '../../shared/useLocale.js';
import { Notice } from '../../shared/Notice.js';
import { Outline } from './Outline.js';
import { partAt, readPlace, writePlace, type Place } from './place.js';
import { PreviewBar } from './PreviewBar.js';
import { PreviewPart } from './PreviewPart.js';

/** A version as somebody of a tier reads it, in either language: outline, phone, and what lies behind it. */
export const PreviewPage = () => {
  const translate = useTranslate();
  const textIn = useText();
  const consoleLocale = useLocale();
  const { id = '' } = useParams();
  const [search, setSearch] = useAddressQuery();
  const place = readPlace(search);
  const dataProvider = useDataProvider<ReadyroomDataProvider>();
  const { data: course, error, refetch } = useDetail<CourseDetail>('courses', id);
  const { tier } = place;
  const locale = place.locale ?? consoleLocale;
  // What waits to be published is what a trainer wants to read through.
  const versionId = place.versionId ?? course?.draftVersion?.id ?? course?.publishedVersion?.id ?? '';
  const version = useQuery({
    queryKey: ['version-preview', versionId, tier, locale],
    queryFn: ({ signal }) => dataProvider.previewCourseVersion(versionId, tier, locale, signal),
    enabled: versionId !== '',
    placeholderData: keepPreviousData,
  });
  const change = (next: Partial<Place>) => setSearch((before) => writePlace(before, next), { replace: true });
  const failed = error ?? version.error;
  if (failed)
    return <LoadFailed error={failed} onRetry={() => void (error ? refetch() : version.refetch())} />;
  if (!course || !version.data) return <Skeleton variant="rounded" height={640} />;
  const preview = version.data;
  const part = partAt(preview, place.part);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Title title={translate('resources.courses.view.title', { title: textIn(course.title) })} />
      <PreviewBar course={course} versionId={versionId} tier={tier} locale={locale} onChange={change} />
      {preview.modules.length === 0 && (
        <Notice icon={MenuBookOutlined} title={translate('resources.courses.view.nothing')} />
      )}
      <Box
        sx={{
          display: 'grid', gap: 3, alignItems: 'start', '& > *': { minWidth: 0 },
          gridTemplateColumns: { xs: '1fr', md: '240px 1fr', lg: '240px 376px minmax(300px, 1fr)' },
        }} // prettier-ignore
      >
        <Outline preview={preview} partId={part.id} />
        <PreviewPart
          key={`${preview.id} ${part.id}`}
          preview={preview}
          part={part}
          onPart={(next) => change({ part: next })}
        />
      </Box>
    </Box>
  );
};

import { Card, Chip, Link, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'; // prettier-ignore
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { CourseDetail, CourseVersion } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { visuallyHidden } from '../shared/visuallyHidden.js';
import { previewLink } from './preview/place.js';
import { useChangesText } from './useChangesText.js';

const COLOURS = { draft: 'warning', published: 'success', retired: 'default' } as const;
const COLUMNS = ['number', 'status', 'imported', 'published', 'changes', 'people', 'completions'] as const;

/** Versions newest first: what each changed, and who is on it. */
export const VersionTable = ({ course }: { course: CourseDetail }) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`resources.courses.versions.${key}`);
  return (
    <Card component="section" aria-labelledby="course-versions" sx={{ p: 2.5 }}>
      <Typography id="course-versions" variant="subtitle2" component="h2">
        {T('title')}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {T('help')}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={T('caption')}>
        <Table size="small">
          <caption style={visuallyHidden}>{T('caption')}</caption>
          <TableHead>
            <TableRow>
              {COLUMNS.map((name) => (
                <TableCell key={name} scope="col" align={name === 'completions' ? 'right' : 'left'}>
                  {T(name)}
                </TableCell>
              ))}
              <TableCell scope="col">
                <span style={visuallyHidden}>{T('open')}</span>
              </TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {course.versions.map((version) => (
              <VersionRow key={version.id} version={version} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Card>
  );
};

const VersionRow = ({ version }: { version: CourseVersion }) => {
  const translate = useTranslate();
  const format = useFormat();
  const changesText = useChangesText();
  const T = (key: string, options?: object) => translate(`resources.courses.${key}`, options);
  const { number, learners, status } = version;
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={{ fontWeight: 650 }}>
        {T('v', { number })}
      </TableCell>
      <TableCell>
        <Chip size="small" variant="outlined" color={COLOURS[status]} label={T(`status.${status}`)} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.instant(version.importedAt)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.instant(version.publishedAt)}</TableCell>
      <TableCell>{changesText(version)}</TableCell>
      <TableCell sx={{ color: learners ? 'text.primary' : 'text.secondary' }}>
        {learners ? T('versions.on', { smart_count: learners, number }) : T('versions.nobody', { number })}
      </TableCell>
      <TableCell align="right">{format.number(version.completions)}</TableCell>
      <TableCell align="right">
        <Link
          component={RouterLink}
          to={previewLink(version.courseId, { versionId: version.id })}
          aria-label={T('preview_version', { number })}
        >
          {T('preview')}
        </Link>
      </TableCell>
    </TableRow>
  );
};

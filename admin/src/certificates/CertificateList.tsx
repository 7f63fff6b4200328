import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined';
import { Box, Chip, Link } from '@mui/material';
import {
  AutocompleteInput,
  DataTable,
  List,
  ReferenceInput,
  SearchInput,
  SelectInput,
  TopToolbar,
  useTranslate,
} from 'react-admin';
import type { Course, IssuedCertificate } from '../providers/contract.js';
import { apiUrl } from '../providers/http.js';
import { EmptyTeaches } from '../shared/EmptyTeaches.js';
import { ListFailed } from '../shared/ListFailed.js';
import { PersonLink } from '../shared/PersonLink.js';
import { SavedViews } from '../shared/SavedViews.js';
import { TierChip } from '../shared/TierChip.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';
import { useMe } from '../shared/useMe.js';
import { RevokeButton } from './RevokeButton.js';

export const CertificateList = () => {
  const translate = useTranslate();
  const format = useFormat();
  const textIn = useText();
  const { can } = useMe();
  const T = (key: string, options?: object) => translate(`resources.certificates.${key}`, options);
  const states = (['valid', 'revoked'] as const).map((id) => ({
    id,
    name: `resources.certificates.state.${id}`,
  }));
  const filters = [
    <SearchInput key="q" source="q" alwaysOn placeholder={T('fields.q')} sx={{ minWidth: 240 }} />,
    ...(can('courses', 'list')
      ? [
          <ReferenceInput
            key="c"
            source="courseId"
            reference="courses"
            sort={{ field: 'position', order: 'ASC' }}
            alwaysOn
          >
            <AutocompleteInput
              label={T('fields.courseId')}
              optionText={(course?: Course) => (course ? textIn(course.title) : '')}
              sx={{ minWidth: 240 }}
            />
          </ReferenceInput>,
        ]
      : []),
    <SelectInput key="s" source="state" choices={states} alwaysOn emptyText="common.all" />,
  ];
  return (
    <List<IssuedCertificate>
      filters={filters}
      actions={
        <TopToolbar>
          <SavedViews />
        </TopToolbar>
      }
      sort={{ field: 'issuedAt', order: 'DESC' }}
      exporter={false}
      empty={<EmptyTeaches icon={WorkspacePremiumOutlined} title={T('empty.title')} text={T('empty.text')} />}
      error={<ListFailed />}
      title={T('name', { smart_count: 2 })}
    >
      <DataTable<IssuedCertificate> bulkActionButtons={false} rowClick={false}>
        <DataTable.Col<IssuedCertificate>
          source="name"
          render={({ person }) =>
            can('people', 'show') ? <PersonLink id={person.id}>{person.name}</PersonLink> : person.name
          }
        />
        <DataTable.Col<IssuedCertificate> source="employeeNo" render={({ person }) => person.employeeNo} />
        <DataTable.Col<IssuedCertificate> source="departmentPath" disableSort />
        <DataTable.Col<IssuedCertificate>
          source="course"
          disableSort
          render={(certificate) => (
            <>
              {textIn(certificate.courseTitle)}
              <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>
                {T('version', { number: certificate.versionNumber })}
              </Box>
            </>
          )}
        />
        <DataTable.Col<IssuedCertificate>
          source="tier"
          disableSort
          render={({ tier }) => <TierChip tier={tier} />}
        />
        <DataTable.Col<IssuedCertificate>
          source="issuedAt"
          render={({ issuedAt }) => format.instant(issuedAt)}
        />
        <DataTable.Col<IssuedCertificate>
          source="state"
          disableSort
          render={({ revokedAt, revokedReason }) => (
            <>
              <Chip
                size="small"
                variant="outlined"
                color={revokedAt ? 'error' : 'success'}
                label={T(`state.${revokedAt ? 'revoked' : 'valid'}`)}
              />
              {revokedReason && <Box sx={{ color: 'text.secondary', fontSize: 12.5 }}>{revokedReason}</Box>}
            </>
          )}
        />
        <DataTable.Col<IssuedCertificate>
          source="document"
          disableSort
          render={(certificate) => (
            <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
              {(['zh-CN', 'en'] as const).map((locale) => (
                <Link
                  key={locale}
                  href={apiUrl(`certificates/${certificate.id}/pdf`, { locale })}
                  target="_blank"
                  rel="noreferrer"
                >
                  {T(locale === 'en' ? 'pdf_en' : 'pdf_zh')}
                </Link>
              ))}
              <Link href={`/verify/${certificate.code}`} target="_blank" rel="noreferrer">
                {T('verify')}
              </Link>
              {!certificate.revokedAt && can('certificates', 'revoke') && (
                <RevokeButton certificate={certificate} />
              )}
            </Box>
          )}
        />
      </DataTable>
    </List>
  );
};

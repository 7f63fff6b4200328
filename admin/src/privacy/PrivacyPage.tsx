import { Box, Tab, Tabs } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { useAddressQuery } from '../shared/useAddressQuery.js';
import { NoticeTab } from './NoticeTab.js';
import { PeopleTab } from './PeopleTab.js';
import { RegisterTab } from './RegisterTab.js';
import { RetentionTab } from './RetentionTab.js';

const TABS = { register: RegisterTab, notice: NoticeTab, retention: RetentionTab, people: PeopleTab };
type TabName = keyof typeof TABS;

/** What is kept about people, what they are told, how long it stays, and who is to be erased. The tab is in the address. */
export const PrivacyPage = () => {
  const translate = useTranslate();
  const [search, update] = useAddressQuery();
  const asked = search.get('tab') ?? 'register';
  const tab: TabName = Object.hasOwn(TABS, asked) ? (asked as TabName) : 'register';
  const Content = TABS[tab];
  return (
    <>
      <Title title={translate('resources.privacy.name')} />
      <Tabs
        value={tab}
        aria-label={translate('resources.privacy.name')}
        variant="scrollable"
        onChange={(_event, value: TabName) =>
          update((query) => {
            query.set('tab', value);
            return query;
          })
        }
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {(Object.keys(TABS) as TabName[]).map((name) => (
          <Tab
            key={name}
            value={name}
            id={`privacy-${name}`}
            aria-controls="privacy-panel"
            label={translate(`privacy.tab.${name}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="privacy-panel" aria-labelledby={`privacy-${tab}`} sx={{ maxWidth: 1200 }}>
        <Content />
      </Box>
    </>
  );
};

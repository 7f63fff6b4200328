import { QueryClient } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Admin, Authenticated, CustomRoutes, Loading, localStorageStore, Resource } from 'react-admin';
import { Route } from 'react-router';
import { ChangePasswordPage } from './layout/ChangePasswordPage.js';
import { Layout } from './layout/Layout.js';
import { SignInPage } from './layout/SignInPage.js';
import { AnalyticsPage, analyticsPeople } from './analytics/index.js';
import { audienceRules } from './audience-rules/index.js';
import { audit } from './audit/index.js';
import { briefings } from './briefings/index.js';
import { certificates } from './certificates/index.js';
import { CertificationPage, certificationPeople, PersonProgramsPage } from './certification/index.js';
import { ChannelsPage } from './channels/index.js';
import { deliveries } from './deliveries/index.js';
import { mails } from './mails/index.js';
import { RemindersPage } from './reminders/index.js';
import { CredentialsPage } from './credentials/CredentialsPage.js';
import { BoardPage, completionRows } from './completion/index.js';
import { courses, PreviewPage } from './courses/index.js';
import { departments } from './departments/index.js';
import { improvementActions, ReportPage } from './drill-reports/index.js';
import { drillRuns, LivePage, WallPage } from './drill-runs/index.js';
import { drillSchedules } from './drill-schedules/index.js';
import { evidence } from './evidence/index.js';
import { peopleImports } from './people-imports/index.js';
import { people } from './people/index.js';
import { programs } from './programs/index.js';
import { PrivacyPage } from './privacy/index.js';
import { questions } from './questions/index.js';
import { authProvider } from './providers/authProvider.js';
import { dataProvider } from './providers/dataProvider.js';
import { ApiError } from './providers/http.js';
import { i18nProvider } from './providers/i18nProvider.js';
import { MselImportPage, scenarios } from './scenarios/index.js';
import { PackExportPage, scenarioPacks, ScoresPage, SignersPage } from './scenario-packs/index.js';
import { ShiftsPage } from './shifts/index.js';
import { SettingsPage } from './settings/SettingsPage.js';
import { ReadinessPage, readinessPeople } from './readiness/index.js';
import { Allowed } from './shared/Allowed.js';
import { Denied } from './shared/Denied.js';
import { NotFound } from './shared/NotFound.js';
import { Home } from './layout/Home.js';
import { darkTheme, lightTheme } from './theme.js';

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // An answer that says no stays no; only a lost line or a busy server is worth a second call.
      retry: (count, error) =>
        count < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503),
    },
  },
});
const store = localStorageStore('1', 'readyroom');

/** Each resource is one object from its folder; screens of their own are custom routes. */
export const App = () => (
  <Admin
    title="Readyroom"
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    theme={lightTheme}
    darkTheme={darkTheme}
    layout={Layout}
    loginPage={SignInPage}
    dashboard={Home}
    accessDenied={Denied}
    catchAll={NotFound}
    requireAuth
    disableTelemetry
  >
    <Resource name="people" {...people} />
    <Resource name="departments" {...departments} />
    <Resource name="people-imports" {...peopleImports} />
    <Resource name="courses" {...courses} />
    <Resource name="programs" {...programs} />
    <Resource name="questions" {...questions} />
    <Resource name="audience-rules" {...audienceRules} />
    <Resource name="scenarios" {...scenarios} />
    <Resource name="scenario-packs" {...scenarioPacks} />
    <Resource name="drill-runs" {...drillRuns} />
    <Resource name="drill-schedules" {...drillSchedules} />
    <Resource name="improvement-actions" {...improvementActions} />
    <Resource name="completion-rows" {...completionRows} />
    <Resource name="certification-people" {...certificationPeople} />
    <Resource name="certificates" {...certificates} />
    <Resource name="evidence" {...evidence} />
    <Resource name="audit" {...audit} />
    <Resource name="briefings" {...briefings} />
    <Resource name="deliveries" {...deliveries} />
    <Resource name="mails" {...mails} />
    <Resource name="analytics-people" {...analyticsPeople} />
    <Resource name="readiness-people" {...readinessPeople} />
    <CustomRoutes>
      <Route
        path="/courses/:id/preview"
        element={
          <Allowed resource="courses">
            <PreviewPage />
          </Allowed>
        }
      />
      <Route
        path="/scenarios/:id/msel-import"
        element={
          <Allowed resource="scenarios" action="import">
            <MselImportPage />
          </Allowed>
        }
      />
      <Route
        path="/scenarios/:id/pack"
        element={
          <Allowed resource="scenario-packs">
            <PackExportPage />
          </Allowed>
        }
      />
      <Route
        path="/scenarios/:id/scores"
        element={
          <Allowed resource="scenario-packs">
            <ScoresPage />
          </Allowed>
        }
      />
      <Route
        path="/signers"
        element={
          <Allowed resource="signers">
            <SignersPage />
          </Allowed>
        }
      />
      <Route
        path="/drill-runs/:id/report"
        element={
          <Allowed resource="drill-runs" action="show">
            <ReportPage />
          </Allowed>
        }
      />
      <Route
        path="/credentials"
        element={
          <Allowed resource="credentials">
            <CredentialsPage />
          </Allowed>
        }
      />
      <Route
        path="/analytics"
        element={
          <Allowed resource="analytics">
            <AnalyticsPage />
          </Allowed>
        }
      />
      <Route
        path="/completion"
        element={
          <Allowed resource="completion">
            <BoardPage />
          </Allowed>
        }
      />
      <Route
        path="/certification"
        element={
          <Allowed resource="certification">
            <CertificationPage />
          </Allowed>
        }
      />
      <Route
        path="/people/:id/programs"
        element={
          <Allowed resource="certification">
            <PersonProgramsPage />
          </Allowed>
        }
      />
      <Route
        path="/readiness"
        element={
          <Allowed resource="readiness">
            <ReadinessPage />
          </Allowed>
        }
      />
      <Route
        path="/reminders"
        element={
          <Allowed resource="reminders">
            <RemindersPage />
          </Allowed>
        }
      />
      <Route
        path="/channels"
        element={
          <Allowed resource="channels">
            <ChannelsPage />
          </Allowed>
        }
      />
      <Route
        path="/shifts"
        element={
          <Allowed resource="shifts">
            <ShiftsPage />
          </Allowed>
        }
      />
      <Route
        path="/privacy"
        element={
          <Allowed resource="privacy">
            <PrivacyPage />
          </Allowed>
        }
      />
      <Route
        path="/settings"
        element={
          <Allowed resource="organisation">
            <SettingsPage />
          </Allowed>
        }
      />
    </CustomRoutes>
    <CustomRoutes noLayout>
      <Route path="/password" element={<ChangePasswordPage />} />
      {['live', 'wall'].map((view) => (
        <Route
          key={view}
          path={`/drill-runs/:id/${view}`}
          element={
            <Authenticated loading={<Loading />}>
              <Suspense fallback={<Loading />}>{view === 'live' ? <LivePage /> : <WallPage />}</Suspense>
            </Authenticated>
          }
        />
      ))}
    </CustomRoutes>
  </Admin>
);

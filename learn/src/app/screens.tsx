import { Route, Switch } from 'wouter-preact';
import { CourseScreen } from '../features/course/index.js';
import { HomeScreen } from '../features/home/index.js';
import { LessonScreen } from '../features/lesson/index.js';
import { DrillBanner } from '../shared/ui/drill-banner.js';
import { lazyScreen } from '../shared/ui/lazy-screen.js';
import { Frame } from './frame.js';
import { NotFoundScreen } from './not-found.js';

const CertificatesScreen = lazyScreen(() =>
  import('../features/certificates/index.js').then((m) => m.CertificatesScreen),
);
const DrillsScreen = lazyScreen(() => import('../features/drills/index.js').then((m) => m.DrillsScreen));
const JoinScreen = lazyScreen(() => import('../features/drills/index.js').then((m) => m.JoinScreen));
const DrillScreen = lazyScreen(async () => {
  const [{ DrillScreen: Screen }, { DrillClosing }] = await Promise.all([
    import('../features/drill/index.js'),
    import('../features/drill-report/index.js'),
  ]);
  return ({ runId }: { runId: string }) => <Screen runId={runId} closing={<DrillClosing runId={runId} />} />;
});
const MyReportScreen = lazyScreen(() =>
  import('../features/drill-report/index.js').then((m) => m.MyReportScreen),
);
const MyActionsScreen = lazyScreen(() =>
  import('../features/drill-report/index.js').then((m) => m.MyActionsScreen),
);
const InboxScreen = lazyScreen(() => import('../features/inbox/index.js').then((m) => m.InboxScreen));
const QuizScreen = lazyScreen(() => import('../features/quiz/index.js').then((m) => m.QuizScreen));
const DrillModelScreen = lazyScreen(() =>
  import('../features/drill-model/index.js').then((m) => m.DrillModelScreen),
);
const ReadinessScreen = lazyScreen(() =>
  import('../features/readiness/index.js').then((m) => m.ReadinessScreen),
);
const ProgramScreen = lazyScreen(() => import('../features/programs/index.js').then((m) => m.ProgramScreen));
const CalendarScreen = lazyScreen(() =>
  import('../features/calendar/index.js').then((m) => m.CalendarScreen),
);
const TeamScreen = lazyScreen(() => import('../features/team/index.js').then((m) => m.TeamScreen));
const MyDataScreen = lazyScreen(() => import('../features/my-data/index.js').then((m) => m.MyDataScreen));
const ResultScreen = lazyScreen(() => import('../features/result/index.js').then((m) => m.ResultScreen));

/** Everything behind the gate. Lessons and quizzes bring their own frame, so that nothing else asks for attention. */
export const Screens = () => (
  <Switch>
    <Route path="/">
      <Frame>
        <HomeScreen />
      </Frame>
    </Route>
    <Route path="/programs/:programId">
      {({ programId }) => (
        <Frame>
          <ProgramScreen key={programId} programId={programId} />
        </Frame>
      )}
    </Route>
    <Route path="/calendar">
      <Frame>
        <CalendarScreen />
      </Frame>
    </Route>
    <Route path="/team">
      <Frame>
        <TeamScreen />
      </Frame>
    </Route>
    <Route path="/my-data">
      <Frame>
        <MyDataScreen />
      </Frame>
    </Route>
    <Route path="/certificates">
      <Frame>
        <CertificatesScreen />
      </Frame>
    </Route>
    <Route path="/drills/model">
      <Frame>
        <DrillModelScreen />
      </Frame>
    </Route>
    <Route path="/drills">
      <DrillBanner />
      <Frame>
        <DrillsScreen />
      </Frame>
    </Route>
    <Route path="/drills/join/:code">
      {({ code }) => (
        <>
          <DrillBanner />
          <Frame>
            <JoinScreen key={code} code={code} />
          </Frame>
        </>
      )}
    </Route>
    <Route path="/drills/:runId/report">
      {({ runId }) => (
        <>
          <DrillBanner />
          <Frame>
            <MyReportScreen key={runId} runId={runId} />
          </Frame>
        </>
      )}
    </Route>
    <Route path="/readiness">
      <Frame>
        <ReadinessScreen />
      </Frame>
    </Route>
    <Route path="/inbox">
      <Frame>
        <InboxScreen />
      </Frame>
    </Route>
    <Route path="/actions">
      <Frame>
        <MyActionsScreen />
      </Frame>
    </Route>
    <Route path="/drills/:runId">{({ runId }) => <DrillScreen key={runId} runId={runId} />}</Route>
    <Route path="/courses/:courseId">
      {({ courseId }) => (
        <Frame>
          <CourseScreen key={courseId} courseId={courseId} />
        </Frame>
      )}
    </Route>
    <Route path="/courses/:courseId/lessons/:lessonId">
      {({ courseId, lessonId }) => <LessonScreen key={lessonId} courseId={courseId} lessonId={lessonId} />}
    </Route>
    <Route path="/courses/:courseId/quiz/:quizId">
      {({ courseId, quizId }) => <QuizScreen key={quizId} courseId={courseId} quizId={quizId} />}
    </Route>
    <Route path="/attempts/:attemptId">
      {({ attemptId }) => (
        <Frame>
          <ResultScreen key={attemptId} attemptId={attemptId} />
        </Frame>
      )}
    </Route>
    <Route>
      <Frame>
        <NotFoundScreen />
      </Frame>
    </Route>
  </Switch>
);

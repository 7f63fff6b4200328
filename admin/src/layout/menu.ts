import type { SvgIconComponent } from '@mui/icons-material';
import AssessmentOutlined from '@mui/icons-material/AssessmentOutlined';
import AssignmentTurnedInOutlined from '@mui/icons-material/AssignmentTurnedInOutlined';
import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import CrisisAlertOutlined from '@mui/icons-material/CrisisAlertOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import CalendarViewWeekOutlined from '@mui/icons-material/CalendarViewWeekOutlined';
import EventOutlined from '@mui/icons-material/EventOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import MailOutlineOutlined from '@mui/icons-material/MailOutlineOutlined';
import MarkEmailReadOutlined from '@mui/icons-material/MarkEmailReadOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import NotificationsOutlined from '@mui/icons-material/NotificationsOutlined';
import PrivacyTipOutlined from '@mui/icons-material/PrivacyTipOutlined';
import QuizOutlined from '@mui/icons-material/QuizOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import RouteOutlined from '@mui/icons-material/RouteOutlined';
import LinkOutlined from '@mui/icons-material/LinkOutlined';
import ManageSearchOutlined from '@mui/icons-material/ManageSearchOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import ThunderstormOutlined from '@mui/icons-material/ThunderstormOutlined';
import SpeedOutlined from '@mui/icons-material/SpeedOutlined';
import TodayOutlined from '@mui/icons-material/TodayOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import WorkspacePremiumOutlined from '@mui/icons-material/WorkspacePremiumOutlined';

export interface MenuEntry {
  /** Name of the resource; its `list` permission decides whether the entry is shown. */
  resource: string;
  to: string;
  /** Text key. */
  label: string;
  icon: SvgIconComponent;
}
export interface MenuGroup {
  label: string | null;
  entries: readonly MenuEntry[];
}

const of = (resource: string, icon: SvgIconComponent): MenuEntry => ({
  resource,
  to: `/${resource}`,
  label: `resources.${resource}.name`,
  icon,
});

/** The menu; the palette searches the same list. */
export const MENU: readonly MenuGroup[] = [
  { label: null, entries: [{ resource: 'today', to: '/', label: 'menu.today', icon: TodayOutlined }] },
  {
    label: 'menu.people_group',
    entries: [
      of('people', GroupsOutlined),
      of('departments', AccountTreeOutlined),
      of('people-imports', UploadFileOutlined),
      { resource: 'credentials', to: '/credentials', label: 'menu.credentials', icon: KeyOutlined },
      of('privacy', PrivacyTipOutlined),
    ],
  },
  {
    label: 'menu.training_group',
    entries: [
      of('courses', MenuBookOutlined),
      of('programs', RouteOutlined),
      of('questions', QuizOutlined),
      of('audience-rules', AssignmentTurnedInOutlined),
    ],
  },
  {
    label: 'menu.messages_group',
    entries: [
      of('briefings', CrisisAlertOutlined),
      of('shifts', CalendarViewWeekOutlined),
      of('reminders', NotificationsOutlined),
      of('deliveries', MarkEmailReadOutlined),
      of('channels', ForumOutlined),
      of('mails', MailOutlineOutlined),
    ],
  },
  {
    label: 'menu.drills_group',
    entries: [
      of('drill-runs', CampaignOutlined),
      of('drill-schedules', EventOutlined),
      of('scenarios', ThunderstormOutlined),
      of('scenario-packs', Inventory2Outlined),
      of('improvement-actions', TaskAltOutlined),
    ],
  },
  {
    label: 'menu.results_group',
    entries: [
      of('completion', AssessmentOutlined),
      of('certification', VerifiedUserOutlined),
      of('readiness', SpeedOutlined),
      of('analytics', InsightsOutlined),
      of('certificates', WorkspacePremiumOutlined),
      of('evidence', LinkOutlined),
      of('audit', ManageSearchOutlined),
    ],
  },
  {
    label: null,
    entries: [{ resource: 'organisation', to: '/settings', label: 'menu.settings', icon: SettingsOutlined }],
  },
];

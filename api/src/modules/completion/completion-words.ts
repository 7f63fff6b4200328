import type { COURSE_PROGRESS, Locale, Tier } from '@readyroom/contract';

type Progress = (typeof COURSE_PROGRESS)[number];

interface Words {
  readonly rows: { readonly file: string; readonly header: readonly string[] };
  readonly board: { readonly file: string; readonly header: readonly string[] };
  readonly tiers: Record<Tier, string>;
  readonly progress: Record<Progress, string>;
  readonly yes: string;
  readonly no: string;
  readonly allDepartments: string;
  readonly allCourses: string;
  readonly allTiers: string;
  readonly direct: (department: string) => string;
}

/** What stands in an exported file, in the two languages of the product. */
export const WORDS: Record<Locale, Words> = {
  'zh-CN': {
    rows: {
      file: '完成情况明细',
      header: [
        '工号',
        '姓名',
        '部门',
        '层级',
        '课程',
        '状态',
        '进度（%）',
        '是否逾期',
        '截止日期',
        '完成时间',
        '完成版本',
        '完成时层级',
        '测验得分（%）',
        '最近学习',
      ],
    },
    board: {
      file: '完成情况看板',
      header: ['部门', '课程', '层级', '应学人次', '未开始', '学习中', '已完成', '已逾期', '完成率（%）'],
    },
    tiers: { executive: '高层管理人员', manager: '中层管理人员', frontline: '一线员工' },
    progress: { not_started: '未开始', in_progress: '学习中', completed: '已完成' },
    yes: '是',
    no: '否',
    allDepartments: '全部部门',
    allCourses: '全部课程',
    allTiers: '全部层级',
    direct: (department) => `${department}（本部门直属）`,
  },
  en: {
    rows: {
      file: 'completion-details',
      header: [
        'Employee no.',
        'Name',
        'Department',
        'Tier',
        'Course',
        'Status',
        'Progress (%)',
        'Overdue',
        'Due date',
        'Completed at',
        'Completed version',
        'Tier at completion',
        'Quiz score (%)',
        'Last activity',
      ],
    },
    board: {
      file: 'completion-board',
      header: [
        'Department',
        'Course',
        'Tier',
        'Assigned',
        'Not started',
        'In progress',
        'Completed',
        'Overdue',
        'Completion (%)',
      ],
    },
    tiers: { executive: 'Executive', manager: 'Manager', frontline: 'Frontline' },
    progress: { not_started: 'Not started', in_progress: 'In progress', completed: 'Completed' },
    yes: 'Yes',
    no: 'No',
    allDepartments: 'All departments',
    allCourses: 'All courses',
    allTiers: 'All tiers',
    direct: (department) => `${department} (direct)`,
  },
};

import type { Locale, ProgramStatus, Tier } from '@readyroom/contract';

interface Words {
  readonly rows: { readonly file: string; readonly header: readonly string[] };
  readonly board: { readonly file: string; readonly header: readonly string[] };
  readonly tiers: Record<Tier, string>;
  readonly statuses: Record<ProgramStatus, string>;
  readonly forever: string;
  readonly allDepartments: string;
  readonly allPrograms: string;
  readonly allTiers: string;
  readonly direct: (department: string) => string;
}

/** What stands in an exported file, in the two languages of the product. */
export const WORDS: Record<Locale, Words> = {
  'zh-CN': {
    rows: {
      file: '资格明细',
      header: [
        '工号',
        '姓名',
        '部门',
        '层级',
        '培训项目',
        '状态',
        '截止日期',
        '宽限至',
        '有效期至',
        '可续期起',
        '豁免至',
      ],
    },
    board: {
      file: '资格看板',
      header: [
        '部门',
        '培训项目',
        '层级',
        '人次',
        '未开始',
        '进行中',
        '合规',
        '即将到期',
        '宽限期',
        '逾期',
        '已豁免',
        '已撤销',
        '合规率（%）',
      ],
    },
    tiers: { executive: '高层管理人员', manager: '中层管理人员', frontline: '一线员工' },
    statuses: {
      not_started: '未开始',
      in_progress: '进行中',
      compliant: '合规',
      expiring_soon: '即将到期',
      in_grace: '宽限期',
      overdue: '逾期',
      waived: '已豁免',
      revoked: '已撤销',
    },
    forever: '长期',
    allDepartments: '全部部门',
    allPrograms: '全部项目',
    allTiers: '全部层级',
    direct: (department) => `${department}（本部门直属）`,
  },
  en: {
    rows: {
      file: 'certification-details',
      header: [
        'Employee no.',
        'Name',
        'Department',
        'Tier',
        'Program',
        'Status',
        'Due date',
        'Grace until',
        'Valid until',
        'Renewal opens',
        'Waived until',
      ],
    },
    board: {
      file: 'certification-board',
      header: [
        'Department',
        'Program',
        'Tier',
        'People × programs',
        'Not started',
        'In progress',
        'Compliant',
        'Expiring soon',
        'In grace',
        'Overdue',
        'Waived',
        'Revoked',
        'Compliant (%)',
      ],
    },
    tiers: { executive: 'Executive', manager: 'Manager', frontline: 'Frontline' },
    statuses: {
      not_started: 'Not started',
      in_progress: 'In progress',
      compliant: 'Compliant',
      expiring_soon: 'Expiring soon',
      in_grace: 'In grace',
      overdue: 'Overdue',
      waived: 'Waived',
      revoked: 'Revoked',
    },
    forever: 'No end',
    allDepartments: 'All departments',
    allPrograms: 'All programs',
    allTiers: 'All tiers',
    direct: (department) => `${department} (direct)`,
  },
};

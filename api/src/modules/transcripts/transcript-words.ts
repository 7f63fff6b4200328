import type { Locale, ProgramStatus, Tier } from '@readyroom/contract';

interface Words {
  readonly title: string;
  readonly asOf: (day: string) => string;
  readonly scope: string;
  readonly facts: Record<
    'name' | 'employeeNo' | 'department' | 'tier' | 'position' | 'hired' | 'state',
    string
  >;
  readonly left: string;
  readonly certifications: string;
  readonly certificationHead: readonly [string, string, string, string];
  readonly periods: string;
  readonly periodHead: readonly [string, string, string, string, string];
  readonly waivers: string;
  readonly waiverHead: readonly [string, string, string, string, string];
  readonly courses: string;
  readonly courseHead: readonly [string, string, string, string, string];
  readonly drills: string;
  readonly drillHead: readonly [string, string, string];
  readonly none: string;
  readonly version: (number: number) => string;
  readonly path: Record<'full' | 'refresher', string>;
  readonly kinds: Record<'waiver' | 'extension', string>;
  readonly modes: Record<'live' | 'solo', string>;
  readonly tiers: Record<Tier, string>;
  readonly statuses: Record<ProgramStatus, string>;
  readonly valid: string;
  readonly ended: string;
  readonly revoked: (day: string, reason: string | null) => string;
  readonly endedEarly: (day: string) => string;
  readonly forever: string;
  readonly due: (day: string) => string;
  readonly until: (from: string, until: string) => string;
  readonly dash: string;
  readonly signature: string;
  readonly signers: readonly string[];
  readonly page: (page: number, of: number) => string;
  /** Columns of the workbook. */
  readonly header: readonly string[];
  readonly row: Record<'certification' | 'course' | 'period' | 'waiver' | 'extension' | 'drill', string>;
}

/** What stands in a transcript, in the two languages of the product. */
export const TRANSCRIPT_WORDS: Record<Locale, Words> = {
  'zh-CN': {
    title: '培训档案',
    asOf: (day) => `截至 ${day}。日期均按单位所在时区计算。`,
    scope: '本档案列出该员工完成的全部课程、演练和资格周期，包括已过期、已撤销和已豁免的。',
    facts: {
      name: '姓名',
      employeeNo: '工号',
      department: '部门',
      tier: '层级',
      position: '岗位',
      hired: '入职日期',
      state: '在职状态',
    },
    left: '已离职',
    certifications: '资格',
    certificationHead: ['培训项目', '状态', '截止日期', '有效期至'],
    periods: '资格周期',
    periodHead: ['培训项目', '周期', '完成日期', '有效期', '结果'],
    waivers: '豁免与延期',
    waiverHead: ['培训项目', '类型', '至', '原因', '批准人与日期'],
    courses: '课程',
    courseHead: ['课程', '版本与层级', '完成日期', '测验成绩', '证书查验码'],
    drills: '演练',
    drillHead: ['演练情景', '形式', '日期'],
    none: '无。',
    version: (number) => `第 ${number} 版`,
    path: { full: '完整培训', refresher: '复训' },
    kinds: { waiver: '豁免', extension: '延期' },
    modes: { live: '多人演练', solo: '自助演练' },
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
    valid: '有效',
    ended: '已到期',
    revoked: (day, reason) => `${day} 撤销${reason ? `：${reason}` : ''}`,
    endedEarly: (day) => `${day} 终止`,
    forever: '长期',
    due: (day) => `截止 ${day}`,
    until: (from, until) => `${from} 至 ${until}`,
    dash: '—',
    signature: '签字：________________　日期：____________',
    signers: ['本人签字', '人力资源部签字（盖章）', '日期'],
    page: (page, of) => `第 ${page} 页，共 ${of} 页`,
    header: [
      '类别',
      '名称',
      '版本',
      '层级',
      '完成日期',
      '有效期自',
      '有效期至',
      '成绩（%）',
      '证书查验码',
      '结果',
      '说明',
      '姓名',
      '工号',
    ],
    row: {
      certification: '资格',
      course: '课程',
      period: '资格周期',
      waiver: '豁免',
      extension: '延期',
      drill: '演练',
    },
  },
  en: {
    title: 'Training transcript',
    asOf: (day) => `As of ${day}. All days are in the time zone of the organisation.`,
    scope:
      'Every course, drill and certification period that this person has completed, with those that expired, were revoked or were waived.',
    facts: {
      name: 'Name',
      employeeNo: 'Employee number',
      department: 'Department',
      tier: 'Tier',
      position: 'Position',
      hired: 'Hired on',
      state: 'Employment',
    },
    left: 'has left',
    certifications: 'Certifications',
    certificationHead: ['Program', 'Status', 'Due on', 'Valid until'],
    periods: 'Certification periods',
    periodHead: ['Program', 'Period', 'Completed on', 'Valid', 'Outcome'],
    waivers: 'Waivers and extensions',
    waiverHead: ['Program', 'Kind', 'Until', 'Reason', 'Given by and on'],
    courses: 'Courses',
    courseHead: ['Course', 'Version and tier', 'Completed on', 'Quiz result', 'Certificate code'],
    drills: 'Drills',
    drillHead: ['Scenario', 'Form', 'Day'],
    none: 'None.',
    version: (number) => `version ${number}`,
    path: { full: 'full training', refresher: 'refresher' },
    kinds: { waiver: 'Waiver', extension: 'Extension' },
    modes: { live: 'Together', solo: 'Solo' },
    tiers: { executive: 'Executives', manager: 'Managers', frontline: 'Front line' },
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
    valid: 'valid',
    ended: 'expired',
    revoked: (day, reason) => `revoked on ${day}${reason ? `: ${reason}` : ''}`,
    endedEarly: (day) => `ended on ${day}`,
    forever: 'no end',
    due: (day) => `due ${day}`,
    until: (from, until) => `${from} to ${until}`,
    dash: '–',
    signature: 'Signature: ________________  Date: ____________',
    signers: ['Signature of the employee', 'Signature and seal of HR', 'Date'],
    page: (page, of) => `Page ${page} of ${of}`,
    header: [
      'Kind',
      'Name',
      'Version',
      'Tier',
      'Completed on',
      'Valid from',
      'Valid until',
      'Score (%)',
      'Certificate code',
      'Outcome',
      'Note',
      'Name of the person',
      'Employee number',
    ],
    row: {
      certification: 'Certification',
      course: 'Course',
      period: 'Certification period',
      waiver: 'Waiver',
      extension: 'Extension',
      drill: 'Drill',
    },
  },
};

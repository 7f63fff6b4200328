import type { AccessRole, Locale, Tier } from '@readyroom/contract';

export interface DemoPerson {
  employeeNo: string;
  name: string;
  englishName: string;
  department: string;
  position: string;
  tier: Tier;
  roles: AccessRole[];
  locale: Locale;
  manager: string | null;
  /** Path of the department that limits a trainer or HR. */
  scope?: string;
}

const person = (
  employeeNo: string,
  name: string,
  englishName: string,
  department: string,
  position: string,
  tier: Tier,
  rest: Partial<DemoPerson> = {},
): DemoPerson => ({
  employeeNo,
  name,
  englishName,
  department,
  position,
  tier,
  roles: ['employee'],
  locale: 'zh-CN',
  manager: '100001',
  ...rest,
});

/** The staff of an invented live-commerce company: every access role, every tier, both languages. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('100001', '沈砚秋', 'Shen Yanqiu', '总裁办', '首席执行官', 'executive', { manager: null }),
  person('100002', '梁予安', "Liang Yu'an", '公共事务部', '公共事务负责人', 'executive'),
  person(
    '100003',
    'Marta Lindqvist',
    'Marta Lindqvist',
    '海外事业部',
    'Head of Overseas Business',
    'executive',
    { locale: 'en' },
  ),
  person('100010', '何一鸣', 'He Yiming', '技术平台部', '系统管理员', 'manager', {
    roles: ['employee', 'admin'],
  }),
  person('100011', '顾南星', 'Gu Nanxing', '公共事务部/培训组', '危机培训师', 'manager', {
    roles: ['employee', 'trainer'],
    manager: '100002',
  }),
  person('100012', '周映雪', 'Zhou Yingxue', '人力资源部', '人力资源经理', 'manager', {
    roles: ['employee', 'hr'],
  }),
  person('100013', '𬱖宁', 'Di Ning', '客户服务中心', '客服中心 HR', 'manager', {
    roles: ['employee', 'hr'],
    scope: '客户服务中心',
    manager: '100012',
  }),
  person('100014', '邵闻', 'Shao Wen', '法务合规部', '内部审计', 'manager', {
    roles: ['employee', 'auditor'],
  }),
  person('100020', '罗绮', 'Luo Qi', '内容安全部', '内容安全经理', 'manager', { manager: '100002' }),
  person('100021', 'Daniel Osei', 'Daniel Osei', '海外事业部/欧洲组', 'Regional Support Manager', 'manager', {
    locale: 'en',
    manager: '100003',
  }),
  person('100030', '冯晓', 'Feng Xiao', '客户服务中心/在线客服组', '客服组长', 'frontline', {
    manager: '100013',
  }),
  person('100031', '刘䶮', 'Liu Yan', '客户服务中心/在线客服组', '客服代表', 'frontline', {
    manager: '100030',
  }),
  person('100032', '苏禾', 'Su He', '内容安全部/审核组', '内容审核员', 'frontline', { manager: '100020' }),
  person('100033', 'Ada Kovács', 'Ada Kovács', '海外事业部/欧洲组', 'Support Agent', 'frontline', {
    locale: 'en',
    manager: '100021',
  }),
];

/** The people whose log-ins are printed at the start, and what each is good for. */
export const DEMO_LOGINS: readonly { employeeNo: string; what: string }[] = [
  { employeeNo: '100031', what: 'frontline employee 一线员工' },
  { employeeNo: '100020', what: 'manager 中层管理人员' },
  { employeeNo: '100001', what: 'executive 高层管理人员' },
  { employeeNo: '100033', what: 'frontline employee, English' },
  { employeeNo: '100011', what: 'trainer 培训师' },
  { employeeNo: '100012', what: 'HR 人力资源' },
  { employeeNo: '100013', what: 'HR of one department only 限客户服务中心' },
  { employeeNo: '100010', what: 'administrator 管理员' },
  { employeeNo: '100014', what: 'auditor 审计' },
];

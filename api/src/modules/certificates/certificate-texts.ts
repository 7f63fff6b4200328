import type { Locale, Tier } from '@readyroom/contract';

export interface CertificateTexts {
  readonly title: string;
  readonly certify: string;
  readonly revoked: (day: string) => string;
  readonly statement: string;
  readonly tier: string;
  readonly tiers: Readonly<Record<Tier, string>>;
  readonly version: string;
  readonly versionNumber: (number: number) => string;
  readonly score: string;
  readonly issued: string;
  readonly code: string;
  readonly check: string;
  /** A calendar day as people write it. */
  readonly day: (instant: Date, timeZone: string) => string;
}

const dayWriter =
  (language: string) =>
  (instant: Date, timeZone: string): string =>
    new Intl.DateTimeFormat(language, { timeZone, year: 'numeric', month: 'long', day: 'numeric' }).format(
      instant,
    );

/** The words printed on a certificate. */
export const CERTIFICATE_TEXTS: Readonly<Record<Locale, CertificateTexts>> = {
  'zh-CN': {
    title: '结业证书',
    certify: '兹证明',
    revoked: (day) => `本证书已于${day}撤销，不再有效`,
    statement: '已完成以下课程的全部学习，测验合格',
    tier: '层级',
    tiers: { executive: '高层管理人员', manager: '中层管理人员', frontline: '一线员工' },
    version: '课程版本',
    versionNumber: (number) => `第 ${number} 版`,
    score: '测验成绩',
    issued: '颁发日期',
    code: '证书编号',
    check: '扫描二维码，或打开以下网址，即可核验本证书',
    day: dayWriter('zh-CN'),
  },
  en: {
    title: 'Certificate of Completion',
    certify: 'This is to certify that',
    revoked: (day) => `This certificate was revoked on ${day} and is no longer valid`,
    statement: 'has completed all lessons and passed the quiz of the course',
    tier: 'Tier',
    tiers: { executive: 'Executive', manager: 'Manager', frontline: 'Frontline' },
    version: 'Course version',
    versionNumber: (number) => String(number),
    score: 'Quiz score',
    issued: 'Issued',
    code: 'Certificate code',
    check: 'Scan the code or open this address to check the certificate',
    day: dayWriter('en-GB'),
  },
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticeBlocks, RETENTION_RULES, unknownPlaceholders } from '@readyroom/contract';
import { OWNED } from '../register/register.js';
import { RETENTION } from '../retention.rules.js';
import { checkNotice, withDays } from './notice-file.js';

const DAYS = Object.fromEntries(RETENTION_RULES.map((rule) => [rule, RETENTION[rule].days])) as never;
const name = 'privacy-notice.yaml';
const shipped = readFileSync(join(__dirname, '../../../../../content', name), 'utf8');

/** Which words of the notice tell of a table of the register: whoever registers another has to look at the notice. */
const TOLD: Record<string, readonly [zh: string, en: string]> = {
  person: ['姓名、英文名、工号', 'name, English name, employee number'],
  credential: ['密码', 'password'],
  sign_in_link: ['一次性登录链接', 'one-time links'],
  session: ['登录会话', 'sessions'],
  calendar_feed: ['日历订阅', 'calendar feed'],
  people_import: ['花名册导入', 'Roster imports'],
  people_import_row: ['花名册导入', 'Roster imports'],
  privacy_notice: ['本告知书的确认', 'accepted this notice'],
  notice_acceptance: ['本告知书的确认', 'accepted this notice'],
  erasure: ['匿名化处理', 'pseudonymise'],
  enrolment: ['课时进度', 'progress in lessons'],
  attempt: ['测验作答和成绩', 'answers and scores in quizzes'],
  lesson_progress: ['课时进度', 'progress in lessons'],
  case_decision: ['案例中的选择', 'choices in cases'],
  attempt_question: ['测验作答和成绩', 'answers and scores in quizzes'],
  completion: ['课程完成', 'courses completed'],
  certificate: ['证书', 'certificates'],
  standing: ['培训任务', 'assignments'],
  assignment: ['培训任务', 'assignments'],
  program_assignment: ['培训任务', 'assignments'],
  program_standing: ['资格周期', 'certification periods'],
  certification_period: ['资格周期', 'certification periods'],
  waiver: ['豁免与延期及其原因', 'waivers and extensions with their reasons'],
  audience_rule: ['由谁作出了更改', 'who changed what'],
  audience_rule_person: ['培训任务', 'assignments'],
  rule_run: ['由谁作出了更改', 'who changed what'],
  course_version: ['由谁作出了更改', 'who changed what'],
  program_version: ['由谁作出了更改', 'who changed what'],
  drill_run: ['演练', 'Drills'],
  drill_participant: ['席位', 'seat'],
  drill_log: ['操作和发言', 'what you did and said'],
  drill_report_closing: ['演练评估报告', 'reports'],
  drill_holder: ['席位', 'seat'],
  hot_wash: ['现场点评', 'hot washes'],
  drill_photo: ['拍摄的照片', 'photos that you take'],
  drill_follow_up: ['补训', 'follow-up training'],
  drill_follow_up_person: ['补训', 'follow-up training'],
  improvement_action: ['纠正行动', 'corrective actions'],
  improvement_reminder: ['提醒', 'reminders'],
  drill_schedule: ['由谁作出了更改', 'who changed what'],
  drill_occurrence: ['由谁作出了更改', 'who changed what'],
  drill_occurrence_person: ['席位', 'seat'],
  drill_wall_link: ['由谁作出了更改', 'who changed what'],
  scenario_version: ['由谁作出了更改', 'who changed what'],
  msel_import: ['由谁作出了更改', 'who changed what'],
  pack_signer: ['由谁作出了更改', 'who changed what'],
  scenario_pack: ['情景包', 'Scenario packs'],
  score_numbers: ['由谁作出了更改', 'who changed what'],
  pack_decision: ['由谁作出了更改', 'who changed what'],
  mail: ['邮件', 'mails'],
  delivery: ['站内信', 'inbox messages'],
  reminder: ['提醒', 'reminders'],
  reminder_ladder: ['由谁作出了更改', 'who changed what'],
  team_reminder: ['提醒', 'reminders'],
  shift: ['班次', 'shifts'],
  briefing: ['紧急通报', 'flash briefings'],
  briefing_version: ['紧急通报', 'flash briefings'],
  briefing_receipt: ['紧急通报', 'flash briefings'],
  evidence_entry: ['证据记录', 'evidence'],
  evidence_bundle: ['证据', 'evidence'],
  audit_entry: ['审计记录', 'audit trail'],
};

describe('The notice that comes with the product', () => {
  const { notice, problems } = checkNotice([{ name, text: shipped }]);
  const text = { zh: withDays(notice!.zh, DAYS), en: withDays(notice!.en, DAYS) };

  it('should have no problem, the same parts in both languages, and nothing left to fill in but the organisation', () => {
    expect(problems).toEqual([]);
    expect(unknownPlaceholders(text.zh + text.en)).toEqual([]);
    const shapeOf = (words: string) =>
      noticeBlocks(words).map((block) => ('list' in block ? block.list.length : Object.keys(block)[0]));
    expect(shapeOf(text.zh)).toEqual(shapeOf(text.en));
  });

  it('should tell of every table that the register calls somebody’s own', () => {
    const untold = OWNED.map(({ table }) => table).filter((table) => {
      const [zh, en] = TOLD[table] ?? ['—', '—'];
      return !text.zh.includes(zh) || !text.en.includes(en);
    });
    expect(untold).toEqual([]);
  });

  it('should name every period after which something goes by itself, as it is set', () => {
    for (const rule of RETENTION_RULES)
      for (const words of [notice!.zh, notice!.en]) expect(words).toContain(`{{days.${rule}}}`);
    const other = withDays(notice!.en, { sessions: 7, throttles: 8, links: 9, imports: 10, letters: 11 });
    for (const words of [
      '7 day(s) after they end',
      'for 8 day(s)',
      '9 day(s) after use',
      'for 10',
      'after 11',
    ])
      expect(other).toContain(words);
  });

  it('should be refused with its line when it names something that is not there, or lacks a language', () => {
    const [fault] = checkNotice([{ name, text: 'zh: 一\nen: "for {{days.letter}} days"' }]).problems;
    expect(fault).toMatchObject({ file: name, line: 2, message: expect.stringContaining('{{days.letter}}') });
    const [missing] = checkNotice([{ name, text: 'zh: 一' }]).problems;
    expect(missing!.message).toContain('English');
    expect(checkNotice([])).toEqual({ notice: undefined, problems: [] });
  });
});

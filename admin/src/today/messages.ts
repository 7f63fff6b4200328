import { inBothLanguages } from '../i18n/messages.js';

export const todayMessages = inBothLanguages({
  en: {
    today: {
      greeting: 'Good day, %{name}',
      overdue: 'People overdue',
      overdue_text: 'have at least one course whose last day has passed.',
      due: 'Due this week',
      due_text: 'people have a course due within seven days.',
      completed: 'Completed in seven days',
      completed_text: 'courses were completed since this day last week.',
      failing: 'Questions that fail',
      failing_text: 'questions bring less than half of the points on average.',
      decide: 'Needs your decision',
      drafts:
        '%{smart_count} imported course version waits for publication |||| %{smart_count} imported course versions wait for publication',
      never: '%{smart_count} person cannot sign in yet |||| %{smart_count} people cannot sign in yet',
      nothing: 'Nothing is waiting for you.',
      size: '%{people} people, %{rules} running assignments.',
      open: 'Open',
    },
  },
  zh: {
    today: {
      greeting: '%{name}，您好',
      overdue: '逾期人数',
      overdue_text: '人至少有一门课程已过截止日期。',
      due: '本周到期',
      due_text: '人有课程将在七天内到期。',
      completed: '近七天完成',
      completed_text: '门次课程在近七天内完成。',
      failing: '得分偏低的题目',
      failing_text: '道题的平均得分率不到一半。',
      decide: '等您处理',
      drafts: '%{smart_count} 个已导入的课程版本等待发布',
      never: '%{smart_count} 人还没有登录方式',
      nothing: '没有待处理的事项。',
      size: '共 %{people} 人，%{rules} 项派发进行中。',
      open: '打开',
    },
  },
});

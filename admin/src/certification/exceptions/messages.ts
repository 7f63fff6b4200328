import { inBothLanguages } from '../../i18n/messages.js';

/** What the dialogs of exceptions say. */
export const exceptionMessages = inBothLanguages({
  en: {
    resources: {
      certification: {
        extension: {
          offer: 'Give more time',
          title: 'More time for %{name} in “%{program}”',
          confirm: 'Give more time',
          until: 'New due day',
          given: 'Extension to %{until}',
          done: 'More time given.',
          no_due: 'Nothing is due, so there is nothing to extend.',
          not_later: 'It is due on %{due} already. Only a later day gives more time.',
          first:
            'Due on %{until} instead of %{due}; until then it is not overdue. Grace lasts until %{grace}.',
          renewal:
            'What is held ends on %{valid} as before. The renewal is due on %{until} instead of %{due}: from the end of validity until %{grace} the status is “in grace” rather than “overdue”.',
          revoked:
            'Due on %{until} instead of %{due}. The status stays “revoked” until the program is completed again.',
        },
        waiver: {
          offer: 'Waive',
          title: 'Waive “%{program}” for %{name}',
          confirm: 'Waive',
          how_long: 'How long',
          to_a_day: 'To a day',
          without_end: 'Without end',
          until: 'Last day of the waiver',
          given: 'Waived until %{until}',
          given_endless: 'Waived without end',
          done: 'Waived.',
          endless_already: 'It is waived without end already.',
          not_later: 'It is waived until %{until} already. End that waiver first to shorten it.',
          endless:
            'The status is “waived” until somebody ends the waiver; it does not count in the share that is valid. What was done stays.',
          then_open:
            'Until %{until} the status is “waived” and does not count in the share that is valid. From %{next} the program is asked for again. What was done stays.',
          then_due:
            'Until %{until} the status is “waived” and does not count in the share that is valid. From %{next} the program is asked for again, due on %{due}. What was done stays.',
          then_late:
            'Until %{until} the status is “waived” and does not count in the share that is valid. From %{next} it is asked for again, and its due day, %{due}, will have passed. Give more time as well if it should not be late at once.',
        },
        revocation: {
          offer: 'Revoke',
          title: 'Revoke the certification of %{name} in “%{program}”',
          confirm: 'Revoke',
          days: 'Days to do it again',
          days_help: '1 to %{most} days',
          done: 'Certification revoked.',
          nothing: 'There is no valid certification to revoke.',
          until:
            'The certification, valid until %{valid}, ends today. The whole program is asked for again, due on %{due}; what was done until today does not count. The status is “revoked” until then. This cannot be undone.',
          for_ever:
            'The certification, valid without end, ends today. The whole program is asked for again, due on %{due}; what was done until today does not count. The status is “revoked” until then. This cannot be undone.',
        },
        ending: {
          confirm: 'End today',
          title_waiver: 'End the waiver of %{name} in “%{program}”',
          title_extension: 'End the extension of %{name} in “%{program}”',
          done: 'Ended.',
          waiver: 'The program is asked for again from today. That it was waived stays on record.',
          waiver_due:
            'The program is asked for again from today, due on %{due}. If that day has passed, it is late at once. That it was waived stays on record.',
          waiver_other: 'Another waiver still holds until %{until}.',
          waiver_other_endless: 'Another waiver without an end still holds.',
          extension: 'The due day of the assignment holds again. That more time was given stays on record.',
          extension_due: 'It is due on %{due} again. That more time was given stays on record.',
          extension_other: 'Another extension still holds, to %{until}.',
          extension_other_endless: 'Another extension still holds.',
        },
      },
    },
  },
  zh: {
    resources: {
      certification: {
        extension: {
          offer: '延期',
          title: '为%{name}延长“%{program}”的期限',
          confirm: '确认延期',
          until: '新的截止日期',
          given: '延期至%{until}',
          done: '已延期。',
          no_due: '目前没有截止日期，无需延期。',
          not_later: '现在的截止日期是%{due}，须选择更晚的日期。',
          first: '截止日期由%{due}改为%{until}，在此之前不算逾期；宽限期至%{grace}。',
          renewal:
            '现有资格仍在%{valid}到期。续期的截止日期由%{due}改为%{until}：资格到期后至%{grace}，状态为“宽限期”，不算逾期。',
          revoked: '截止日期由%{due}改为%{until}。在重新完成之前，状态仍为“已撤销”。',
        },
        waiver: {
          offer: '豁免',
          title: '豁免%{name}参加“%{program}”',
          confirm: '确认豁免',
          how_long: '豁免期限',
          to_a_day: '到某一天',
          without_end: '长期',
          until: '豁免的最后一天',
          given: '豁免至%{until}',
          given_endless: '长期豁免',
          done: '已豁免。',
          endless_already: '已经是长期豁免。',
          not_later: '已豁免至%{until}。如需缩短，请先终止该豁免。',
          endless: '在有人终止之前，状态一直为“已豁免”，不计入有效率。已完成的内容保留。',
          then_open: '至%{until}，状态为“已豁免”，不计入有效率。%{next}起恢复要求。已完成的内容保留。',
          then_due:
            '至%{until}，状态为“已豁免”，不计入有效率。%{next}起恢复要求，截止日期为%{due}。已完成的内容保留。',
          then_late:
            '至%{until}，状态为“已豁免”，不计入有效率。%{next}起恢复要求，届时截止日期%{due}已过。如不希望随即逾期，请同时延期。',
        },
        revocation: {
          offer: '撤销资格',
          title: '撤销%{name}的“%{program}”资格',
          confirm: '确认撤销',
          days: '重新完成的天数',
          days_help: '1 至 %{most} 天',
          done: '资格已撤销。',
          nothing: '没有可撤销的有效资格。',
          until:
            '有效期至%{valid}的资格今天起失效。须重新完成整个项目，截止日期为%{due}；今天及以前完成的内容不计入。完成之前，状态为“已撤销”。此操作不可恢复。',
          for_ever:
            '长期有效的资格今天起失效。须重新完成整个项目，截止日期为%{due}；今天及以前完成的内容不计入。完成之前，状态为“已撤销”。此操作不可恢复。',
        },
        ending: {
          confirm: '今天终止',
          title_waiver: '终止%{name}在“%{program}”中的豁免',
          title_extension: '终止%{name}在“%{program}”中的延期',
          done: '已终止。',
          waiver: '今天起恢复要求。豁免记录会保留。',
          waiver_due: '今天起恢复要求，截止日期为%{due}；如该日期已过，即算超期。豁免记录会保留。',
          waiver_other: '另有一项豁免，至%{until}仍然有效。',
          waiver_other_endless: '另有一项长期豁免仍然有效。',
          extension: '恢复派发时的截止日期。延期记录会保留。',
          extension_due: '截止日期恢复为%{due}。延期记录会保留。',
          extension_other: '另有一项延期至%{until}，仍然有效。',
          extension_other_endless: '另有一项延期仍然有效。',
        },
      },
    },
  },
});

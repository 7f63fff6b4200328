import { inBothLanguages } from '../../i18n/messages.js';

export const scoreMessages = inBothLanguages({
  en: {
    score_numbers: {
      open: 'Results elsewhere',
      title: 'Results of “%{title}” across organisations',
      lead: 'How runs of this scenario went in all organisations together. A number is shown only when at least %{min} organisations have it; nobody is named.',
      members: '%{smart_count} organisation has numbers. |||| %{smart_count} organisations have numbers.',
      empty: {
        title: 'Too few organisations yet',
        text: 'From %{min} organisations with trusted keys on, this shows how results are distributed. Ask partners for their file, and give them yours.',
      },
      summary: '%{runs} runs of %{members} organisations.',
      runs: 'Runs',
      class_name: 'Class',
      class: {
        first: 'below %{to}%{unit}',
        between: '%{from} to %{to}%{unit}',
        last: '%{from}%{unit} and more',
      },
      unit: { share: '%', minutes: ' min', count: '', squared_error: '' },
      give: {
        title: 'Your numbers for partners',
        text: 'A signed file with nothing but how many runs fell into each class. It names nobody.',
        too_few:
          'There is nothing to give away yet: a number needs %{min} ended runs with %{min} different players.',
        save: 'Save the file',
      },
      take: {
        choose: 'Choose a partner’s file',
        hint: 'A .json file of numbers, up to 256 KB. Or drop it here.',
      },
      taken: 'The numbers of %{name} count now.',
      taken_unknown: 'Kept. The numbers of %{name} count once an administrator trusts the key.',
    },
  },
  zh: {
    score_numbers: {
      open: '各单位成绩',
      title: '“%{title}”各单位成绩分布',
      lead: '本情景在各单位的演练结果汇总。至少 %{min} 个单位有数据时才显示，不含任何姓名。',
      members: '%{smart_count} 个单位有数据。',
      empty: {
        title: '单位还不够多',
        text: '有 %{min} 个可信单位的数据后，这里显示成绩分布。请向合作单位索取数据文件，并把本单位的文件交给对方。',
      },
      summary: '%{members} 个单位，%{runs} 场演练。',
      runs: '场次',
      class_name: '区间',
      class: {
        first: '低于 %{to}%{unit}',
        between: '%{from} 至 %{to}%{unit}',
        last: '%{from}%{unit}及以上',
      },
      unit: { share: '%', minutes: ' 分钟', count: '', squared_error: '' },
      give: {
        title: '提供给合作单位的数据',
        text: '一个签名文件，只含每个区间有多少场演练，不含任何姓名。',
        too_few: '暂无可提供的数据：每项数字需要 %{min} 场已结束的演练，且有 %{min} 名不同的参演人员。',
        save: '保存文件',
      },
      take: { choose: '选择合作单位的文件', hint: '成绩数据 .json 文件，不超过 256 KB。也可拖到此处。' },
      taken: '%{name} 的数据已计入。',
      taken_unknown: '已保存。管理员信任其密钥后，%{name} 的数据才会计入。',
    },
  },
});

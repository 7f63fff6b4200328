import { inBothLanguages } from '../i18n/messages.js';

export const settingsMessages = inBothLanguages({
  en: {
    settings: {
      title: 'Settings',
      organisation: 'Organisation',
      name: 'Name',
      name_help: 'Appears on certificates and on their public check page.',
      time_zone: 'Time zone',
      time_zone_help: 'Due days end at midnight here; all times in the console are shown in this zone.',
      demo: 'The installation holds demo people and their results.',
    },
    first_run: {
      title: 'Four steps to the first course',
      lead: 'About ten minutes. You can come back at any time.',
      organisation: 'Name your organisation',
      organisation_text: 'The name on certificates, and the time zone of due days.',
      people: 'Bring in your people',
      people_text: 'Upload the roster from your HR system, look at the preview, confirm.',
      course: 'Look at the courses',
      course_text: 'Six modules are ready in both languages; preview them as any tier.',
      assignment: 'Assign training for the first time',
      assignment_text: 'Choose tiers or departments and a due day.',
      done: 'Done',
      open: 'Open',
    },
  },
  zh: {
    settings: {
      title: '设置',
      organisation: '公司',
      name: '名称',
      name_help: '显示在证书和证书公开核验页面上。',
      time_zone: '时区',
      time_zone_help: '截止日期以此时区的午夜为准，管理台内的时间均按此时区显示。',
      demo: '当前系统中含有演示人员及其学习记录。',
    },
    first_run: {
      title: '四步开始第一门课程',
      lead: '大约需要十分钟，随时可以回来继续。',
      organisation: '填写公司名称',
      organisation_text: '证书上的名称，以及截止日期所用的时区。',
      people: '导入人员',
      people_text: '上传人事系统的花名册，查看预览后确认。',
      course: '了解课程',
      course_text: '六个单元已备好中英文内容，可以按任一层级预览。',
      assignment: '首次派发培训',
      assignment_text: '选择层级或部门，并设定截止日期。',
      done: '已完成',
      open: '前往',
    },
  },
});

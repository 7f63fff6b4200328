import type { Text } from '@readyroom/contract';

/** What an organisation can begin its first notice with. In square brackets: what only the organisation knows. */
export const NOTICE_DRAFT: Text = {
  zh: `【公司全称】（以下称“公司”）使用 Readyroom 开展危机应对培训。依据《中华人民共和国个人信息保护法》第十七条，特告知如下。

处理哪些信息：姓名、工号、邮箱、手机号、部门、岗位、层级、入职日期；学习进度、作答和成绩；演练中的操作与发言；证书与资格；收到的通知；登录时间。

为什么处理：组织和记录岗位所需的培训与演练，提醒到期的任务，并向审计方证明培训已经完成。处理以履行人力资源管理职责和法定义务所必需为限。就绪度等分数只供参考，系统不会仅凭分数自动作出决定。

谁可以看到：您的直属主管看到您的任务状态；人力资源和培训人员看到其负责范围内的进度和成绩；审计人员查阅证据。查看他人成绩会留下记录。

保存多久：登录会话到期后一天内删除；花名册导入 90 天后删除；邮件正文 180 天后清空。离职后您的姓名和联系方式会被匿名化，培训结果只以内部编号保留。

您的权利：您可以随时在“个人设置”中导出自己的全部数据，也可以要求查阅、更正或删除，或对某项结果要求说明。请联系：【联系人、邮箱或电话】。`,
  en: `[Full name of the company] (“the company”) uses Readyroom for training in how to respond to a crisis. This notice says how your personal data is handled.

What is kept: name, employee number, e-mail address, phone number, department, position, tier and day of hire; progress, answers and results; what you do and say in drills; certificates and certifications; the messages you were sent; when you signed in.

What for: to run and record the training and drills that your work asks for, to remind you of what is due, and to prove to an auditor that training was done. No more is kept than this and the duties of the law need. Scores such as readiness inform people; nothing is decided by a score alone.

Who sees it: your manager sees how far your tasks are; HR and trainers see progress and results of the departments they are responsible for; auditors read evidence. Looking at somebody else's results leaves an entry in the audit trail.

How long: sessions are deleted within a day of ending, roster imports after 90 days, and the text of mails is emptied after 180 days. After you leave, your name and contact details are replaced by a pseudonym, and results stay under an internal id only.

Your rights: you can take all of your data away at any time under “Profile”, and ask to see, correct or erase it, or to have a result explained. Please turn to: [person, e-mail address or phone number].`,
};

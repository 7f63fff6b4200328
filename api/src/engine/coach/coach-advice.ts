import type { CoachCode } from '@readyroom/contract';

/** One sentence on why and one on what to do. */
export const COACH_ADVICE: Readonly<Record<CoachCode, { zh: string; en: string }>> = {
  no_what_happened: {
    zh: '读者还不知道发生了什么。用一句话写清已经确认的事实：何时、何处、什么事。',
    en: 'Readers do not learn what happened. Put the confirmed facts into one sentence: when, where, what.',
  },
  no_who_is_affected: {
    zh: '没有说明谁受影响，所有人都会以为是自己。写出受影响的范围；还不清楚就说正在核实。',
    en: 'Nobody learns who is affected, so everybody fears it is them. Give the group, or say that it is being checked.',
  },
  no_what_we_do: {
    zh: '只有态度，没有行动。写出已经做了什么、正在做什么。',
    en: 'There is attitude but no action. Say what has been done and what is being done now.',
  },
  no_next_update: {
    zh: '没有说下次什么时候再通报，沉默会被别人填满。给出下一次说明的时间。',
    en: 'No word on when you will speak again, and others will fill the silence. Name the time of the next update.',
  },
  next_update_without_time: {
    zh: '“及时”“尽快”不是时间。写一个能兑现的钟点，到点即使没有新进展也要发声。',
    en: '"Soon" is not a time. Name an hour that you can keep, and speak then even if there is nothing new.',
  },
  no_apology: {
    zh: '文中没有道歉。责任未明时，可以先为大家受到的影响致歉；一旦查明责任在己方，应当明确道歉，再作解释。',
    en: 'There is no apology. Before it is clear whose fault it is you can be sorry for the effect on people; once it proves to be yours, apologise before you explain.',
  },
  no_contact: {
    zh: '受影响的人不知道该找谁。附上热线、邮箱或办理入口。',
    en: 'People affected do not know whom to turn to. Add a phone number, an address or a page.',
  },
  denial_without_evidence: {
    zh: '只说“不实”很难让人相信。附上可以查证的材料，或请有资质的第三方说明。',
    en: 'A bare denial convinces few. Add something that can be checked, or let a qualified third party speak.',
  },
  denial_unchecked: {
    zh: '否认之前先核实：日后若查明确有其事，信任会跌得更深。只否认能证明不实的部分，其余写明正在核实。',
    en: 'Check before you deny: should any of it prove true, trust falls further. Deny only what you can show to be false, and say of the rest that it is being checked.',
  },
  evidence_without_reference: {
    zh: '勾选了“有证据”，文中却没有指向任何材料。写明是什么报告、由谁出具、在哪里能看到。',
    en: 'Evidence is ticked but the text points at none. Say which report, by whom, and where it can be seen.',
  },
  blames_users: {
    zh: '把原因推给用户会激起新的愤怒。先说自己能做什么，操作提示放到帮助里。',
    en: 'Blaming users makes new anger. Say what you can do; advice on how to use things belongs on the help page.',
  },
  legal_threat: {
    zh: '以法律相威胁，听起来是在针对提意见的人。先回应事实和关切，确需维权另行处理。',
    en: 'A legal threat sounds aimed at whoever complained. Answer facts and worries here; pursue rights elsewhere.',
  },
  plays_it_down: {
    zh: '对受影响的人来说这不是小事。不要替别人判断轻重，用数字和范围说话。',
    en: 'To those affected it is not small. Leave the judging to them and give numbers and scope.',
  },
  absolute_promise: {
    zh: '绝对的承诺一个反例就能推翻。改写为正在采取的具体措施和可检验的标准。',
    en: 'One counter-example breaks an absolute promise. Write the concrete measures and how they can be checked.',
  },
  speculation: {
    zh: '推测会被当成结论引用。未经核实的不写，写明正在核实什么、何时有结果。',
    en: 'A guess will be quoted as a finding. Leave out what is unconfirmed; say what is being checked and until when.',
  },
  jargon: {
    zh: '术语会把大多数读者挡在门外。换成人人都懂的说法。',
    en: 'Jargon shuts most readers out. Say it in words that everybody knows.',
  },
  cold_tone: {
    zh: '通篇没有对人的关心，读起来像公文。先对受影响的人说一句话，再讲事情。',
    en: 'Nothing in it speaks to people. Say a word to those affected first, then turn to the matter.',
  },
  shouting: {
    zh: '感叹号和连续大写显得激动。用平静的句子。',
    en: 'Exclamation marks and capitals sound agitated. Use calm sentences.',
  },
  too_long_for_microblog: {
    zh: '超过微博的 140 字，多数人只会看到被截断的开头。微博上只放要点，全文放官网并附链接。',
    en: 'Longer than the 140 characters of a microblog (280 in Latin letters), so most see only its beginning. Keep the essentials and link to the full text.',
  },
  too_short: {
    zh: '太短，看不出任何事实。至少写清发生了什么、正在做什么、何时再通报。',
    en: 'Too short to hold a fact. At least say what happened, what you do and when you will speak again.',
  },
};

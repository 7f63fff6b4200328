/** What a trainer reads on the screens of drills, by language. */
export const WORDS = {
  'zh-CN': {
    menu: '主菜单', scenarios: '演练情景', drills: '演练场次', leak: '用户数据泄露：开着门的存储桶', msel: /^主情景事件清单/,
    deck: /^备用注入/, versions: /^版本/, export: '导出清单（Excel）', importer: '导入清单', choose: '选择工作簿', titleZh: '标题（中文）',
    again: '按此设置重新读取', draft: '生成草稿', publish: '发布第 2 版', published: '第 2 版已发布。', plan: '安排演练', scenario: '情景',
    title: '名称', mine: '数据泄露演练第一场', make: '建立演练', join: '加入码', edit: '调整名单', lead: '进入导调台', start: '开始演练',
    ready: '已就绪', rate: '倍速', send: '立即发出', hold: '暂缓', held: /^已暂缓/, release: '恢复', mailbox: '漏洞邮箱里那封 11:10 的信',
    mailText: /刚翻了 security 邮箱/, closeTitle: '关门怎么关', closePrompt: '值班授权够你现在就动手。怎么关？', closeAll: /整桶改为私有/,
    jump: '跳转', jumpMinute: '到第几分钟', cards: '决策', decided: /已决定/, quick: '临时注入', quickText: '内容', everybody: '所有人（信息流）',
    toAll: /^按住发给所有人/, note: '记录', noteText: '观察到的情况', save: '保存', rated: 'P 完成无困难', challenges: 'S 有一定困难', evaluator: '评估', pausedBand: '演练已暂停，所有人的情景时间停止',
    lock: '锁定屏幕', unlock: /^按住解锁/, keys: '快捷键', singleKeys: '单键快捷键', pause: '暂停', resume: '继续', wall: /^待决事项/, end: '结束',
    over: '演练已结束，内容可继续查看。', stop: '紧急停止', stopHold: /^按住停止/, stoppedBand: /^演练已紧急停止/, leave: '离开', log: '导出日志',
    undo: '撤销（Z）', skip: '跳过', reword: '改写', editZh: '中文正文', editEn: '英文正文', useWords: '采用', edited: '已改写',
    wallLink: '大屏链接', makeLink: '生成链接', restart: '重开一场', toOwn: '进入我的画面', photos: '现场照片', failed: '内容加载失败',
  },
  'en-GB': {
    menu: 'Main menu', scenarios: 'Scenarios', drills: 'Drills', leak: 'Data leak: the bucket left open', msel: /^Injects/,
    deck: /^Contingency deck/, versions: /^Versions/, export: 'Injects as Excel', importer: 'Import injects', choose: 'Choose workbook', titleZh: 'Title (Chinese)',
    again: 'Read again with these columns', draft: 'Make it a draft', publish: 'Publish version 2', published: 'Version 2 is published.', plan: 'Plan a drill', scenario: 'Scenario',
    title: 'Title', mine: 'Data leak, first run', make: 'Make the drill', join: 'Join code', edit: 'Change the cast', lead: 'Open the facilitator view', start: 'Start',
    ready: '· ready', rate: 'Pace', send: 'Send now', hold: 'Hold', held: /^Held/, release: 'Release', mailbox: 'The 11:10 mail in the vulnerability mailbox',
    mailText: /just gone through the security mailbox/, closeTitle: 'How to close the door', closePrompt: 'Your standing authority is enough to act now. How do you close it?', closeAll: /Make the bucket private now/,
    jump: 'Jump', jumpMinute: 'To minute', cards: 'Decisions', decided: /decided/, quick: 'Quick inject', quickText: 'Text', everybody: 'Everybody, in the feed',
    toAll: /^Hold to send to everybody/, note: 'Note', noteText: 'What did you see?', save: 'Save', rated: 'P without challenges', challenges: 'S some challenges', evaluator: 'Evaluator', pausedBand: 'PAUSED. Scenario time stands still for everybody.',
    lock: 'Lock the screen', unlock: /^Hold to unlock/, keys: 'Keys', singleKeys: 'Single-key shortcuts', pause: 'Pause', resume: 'Resume', wall: /^Open decisions/, end: 'End',
    over: 'The drill is over. Everything stays here to be read.', stop: 'Emergency stop', stopHold: /^Hold to stop/, stoppedBand: /^EMERGENCY STOP/, leave: 'Leave', log: 'Export the log',
    undo: 'Undo (Z)', skip: 'Skip', reword: 'Reword', editZh: 'Text in Chinese', editEn: 'Text in English', useWords: 'Use these words', edited: 'reworded',
    wallLink: 'Link for a screen', makeLink: 'Make a link', restart: 'Restart', toOwn: 'To my screen', photos: 'Photos', failed: 'This could not be loaded',
  },
} as const; // prettier-ignore
export type Words = (typeof WORDS)['zh-CN'] | (typeof WORDS)['en-GB'];

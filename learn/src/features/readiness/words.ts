export const zh = {
  title: '我的准备度',
  lead: '您在测验和演练中展现的能力，预计现在还保留多少。满分 100。',
  whoSees: '只用于了解情况，不会自动触发任何安排。培训和人力资源人员可以看到您的数字和依据。',
  none: '还没有依据',
  noneText: '完成一次计分测验或参加一次演练后，这里会显示您的准备度。没有依据不等于 0 分。',
  of100: (value: string) => `${value} / 100`,
  basis: {
    none: '还没有依据',
    recall: '目前只依据测验。参加演练后会更准确。',
    drills: '目前只依据演练。完成计分测验后会更准确。',
    both: '测验占 40%，演练占 60%。',
  },
  types: '按危机类型',
  typesText: '知识对每种危机都有用，但没有演练过的类型，无从判断。',
  type: { technical: '技术', content: '内容', trust: '信任', regulatory: '监管' },
  notDrilled: '还没有演练过',
  toDrills: '去演练',
  evidence: '数字从哪里来',
  evidenceText: '下面各项相加就是总数。条的长度是当时的成绩，深色部分是预计现在还保留的。',
  kind: { recall: '测验', drill: '演练' },
  atTheTime: (result: string) => `当时 ${result} 分`,
  left: (percent: string) => `预计保留 ${percent}`,
  share: (percent: string) => `占总数的 ${percent}`,
  counts: (points: string) => `计入 ${points}`,
  decay: '为什么会下降',
  decayText:
    '不练习，熟练度会随时间下降。根据已发表的研究，2、3、6、12 个月后大约保留 81%、73%、53%、28%。新的测验或演练会替换旧的成绩；没有新的依据，数字不会上升。',
  confidence: '把握与表现',
  confidenceText: (self: string, measured: string) =>
    `最近一次演练后，您的把握是 ${self}，同一场演练的成绩是 ${measured}。`,
  surer: '把握高于表现：下次可以多核对一步。',
  lessSure: '表现好于把握：可以更相信自己的判断。',
  even: '把握与表现相当。',
};
export type Words = typeof zh;

export const en: Words = {
  title: 'My readiness',
  lead: 'How much of what you have shown in quizzes and drills is expected to be left now, out of 100.',
  whoSees:
    'This is for information: nothing follows from it by itself. Trainers and HR can see your number and what it rests on.',
  none: 'No evidence yet',
  noneText:
    'After a graded quiz or a drill your readiness appears here. Having no evidence is not the same as 0.',
  of100: (value) => `${value} / 100`,
  basis: {
    none: 'No evidence yet',
    recall: 'From quizzes alone so far. A drill makes it more accurate.',
    drills: 'From drills alone so far. A graded quiz makes it more accurate.',
    both: 'Quizzes count for 40%, drills for 60%.',
  },
  types: 'By type of crisis',
  typesText:
    'Knowledge helps in every crisis, but nobody can tell how a type would go that you have not drilled.',
  type: { technical: 'Technical', content: 'Content', trust: 'Trust', regulatory: 'Regulatory' },
  notDrilled: 'Not drilled yet',
  toDrills: 'To the drills',
  evidence: 'Where the number comes from',
  evidenceText:
    'These add up to the number. A bar is as long as the result was; its dark part is what is expected to be left.',
  kind: { recall: 'Quiz', drill: 'Drill' },
  atTheTime: (result) => `${result} at the time`,
  left: (percent) => `${percent} expected to be left`,
  share: (percent) => `${percent} of the number`,
  counts: (points) => `counts ${points}`,
  decay: 'Why it falls',
  decayText:
    'Without practice, skill fades. By published research about 81%, 73%, 53% and 28% are left after 2, 3, 6 and 12 months. A new quiz or drill replaces older results; without anything new the number never rises.',
  confidence: 'Confidence and result',
  confidenceText: (self, measured) =>
    `After your latest drill your confidence was ${self}; your result in the same drill was ${measured}.`,
  surer: 'You were surer than the drill bore out: check one thing more next time.',
  lessSure: 'You did better than you felt: you can trust your judgement more.',
  even: 'Confidence and result match.',
};

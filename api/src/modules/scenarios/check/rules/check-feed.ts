import { TRIAGE_CLASSES } from '@readyroom/contract';
import type { Checked } from '../finding.js';

const DUPLICATE_GROUPS = 3;
const SLOT = /\{([^{}]*)\}/g;

/** The feed gives triage something to do, and its templates can be filled. */
export function checkFeed({ document, say }: Checked): void {
  const { posts, slots } = document;
  const classes = new Set(posts.map(({ truth }) => truth.class));
  const lacking = TRIAGE_CLASSES.filter((name) => !classes.has(name));
  if (lacking.length)
    say(
      ['posts'],
      `No scripted post has the class ${lacking.join(', ')}: add posts, so that each class occurs`,
      `没有预写帖文属于类别 ${lacking.join('、')}：请补上帖文，使每个类别都出现`,
    );
  const groups = new Map<string, number[]>();
  posts.forEach(({ truth }, n) => {
    if (truth.group) groups.set(truth.group, [...(groups.get(truth.group) ?? []), n]);
  });
  const repeated = [...groups.values()].filter((members) => members.length >= 2);
  if (repeated.length < DUPLICATE_GROUPS)
    say(
      ['posts'],
      `There are ${repeated.length} groups of duplicate posts: write at least ${DUPLICATE_GROUPS} groups of two or more`,
      `重复帖文只有 ${repeated.length} 组：请至少写 ${DUPLICATE_GROUPS} 组，每组两条以上`,
    );
  for (const [group, members] of groups)
    for (const n of members)
      if (posts[n]!.truth.class !== posts[members[0]!]!.truth.class)
        say(
          ['posts', n, 'truth', 'class'],
          `Posts of the group “${group}” say the same thing and so have the same class: make them agree`,
          `“${group}”组的帖文说的是同一件事，类别应当一致：请统一`,
        );
  posts.forEach(({ at }, n) => {
    if (at >= document.durationMinutes)
      say(
        ['posts', n, 'at'],
        `The run ends at minute ${document.durationMinutes}: this post would never appear`,
        `演练在第 ${document.durationMinutes} 分钟结束：这条帖文永远不会出现`,
      );
  });
  document.chatter.forEach(({ templates }, c) =>
    templates.forEach((template, t) => {
      for (const language of ['zh', 'en'] as const)
        for (const [, name] of template[language].matchAll(SLOT))
          if (!Object.hasOwn(slots, name!))
            say(
              ['chatter', c, 'templates', t, language],
              `There is no slot “${name}”: add it under “slots”, or correct the name in braces`,
              `没有名为“${name}”的填空：请在“slots”补上，或改正花括号里的名字`,
            );
    }),
  );
}

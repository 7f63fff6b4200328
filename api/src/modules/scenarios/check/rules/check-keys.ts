import type { Path } from '../../../content/index.js';
import type { Checked } from '../finding.js';

interface Named {
  key: string;
  path: Path;
}

/** Posts of the storm, injects in the feed, replies and statements. */
const MADE_IN_THE_RUN = /^(g\d+-\d+|i-.+|r-\d+|s-.+)$/;

/** A key names one thing of its kind. */
export function checkKeys({ document, injects, say }: Checked): void {
  const list = (
    name:
      | 'seats'
      | 'personas'
      | 'channels'
      | 'partners'
      | 'phases'
      | 'objectives'
      | 'variables'
      | 'posts'
      | 'clocks',
  ) => document[name].map(({ key }, n): Named => ({ key, path: [name, n, 'key'] }));
  const cards = injects.flatMap(({ inject, path }) =>
    inject.card ? [{ key: inject.card.key, path: [...path, 'card', 'key'] }] : [],
  );
  const kinds: Named[][] = [
    list('seats'),
    list('personas'),
    list('channels'),
    list('partners'),
    list('phases'),
    list('objectives'),
    list('variables'),
    list('posts'),
    list('clocks'),
    injects.map(({ inject, path }) => ({ key: inject.key, path: [...path, 'key'] })),
    cards,
    ...injects.map(({ inject, path }) =>
      (inject.card?.options ?? []).map(({ key }, o) => ({
        key,
        path: [...path, 'card', 'options', o, 'key'],
      })),
    ),
  ];
  for (const { key, path } of list('posts'))
    if (MADE_IN_THE_RUN.test(key))
      say(
        path,
        `The key “${key}” is one that posts get during a run: choose another`,
        `键“${key}”与演练中生成的帖子编号相同：请换一个`,
      );
  for (const names of kinds) {
    const seen = new Set<string>();
    for (const { key, path } of names) {
      if (seen.has(key))
        say(path, `The key “${key}” is used twice: choose another`, `键“${key}”用了两次：请换一个`);
      seen.add(key);
    }
  }
}

import type { ScenarioDocument } from '@readyroom/contract';
import type { Path } from '../../../content/index.js';
import type { Say } from '../finding.js';

const HAN = /\p{Script=Han}/u;

/** Both languages of every text are what they claim to be. Names and handles may look alike in both. */
export function checkLanguages(document: ScenarioDocument, say: Say): void {
  visit(document, [], say);
}

function visit(value: unknown, path: Path, say: Say): void {
  if (Array.isArray(value)) value.forEach((item, n) => visit(item, [...path, n], say));
  else if (isText(value)) {
    if (path.at(-1) !== 'name' && !HAN.test(value.zh) && /\p{L}{3}/u.test(value.zh))
      say(
        [...path, 'zh'],
        'This Chinese text has no Chinese in it: translate it',
        '这段中文里没有汉字：请译成中文',
      );
    if (HAN.test(value.en))
      say(
        [...path, 'en'],
        'This English text has Chinese in it: translate it',
        '这段英文里有汉字：请译成英文',
      );
  } else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], say);
}

const isText = (value: unknown): value is { zh: string; en: string } =>
  value !== null &&
  typeof value === 'object' &&
  typeof (value as { zh?: unknown }).zh === 'string' &&
  typeof (value as { en?: unknown }).en === 'string';

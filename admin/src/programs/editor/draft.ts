import type { ProgramDocument, ProgramItem, Text } from '../../providers/contract.js';

export const PATHS = ['path', 'refresher'] as const;
export type PathName = (typeof PATHS)[number];

/** Where something is wrong (a path into the document, or `slug`), and the word for what. */
export interface Fault {
  readonly path: string;
  readonly fault: string;
}

export const EMPTY: ProgramDocument = {
  title: { zh: '', en: '' },
  summary: { zh: '', en: '' },
  path: [],
  refresher: [],
  renewal: { validityMonths: 12, windowDays: 60, graceDays: 14, anchor: 'fixed' },
  drillEveryMonths: {},
  refresherDays: 30,
};

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

const blank = ({ zh, en }: Text): boolean => !zh.trim() || !en.trim();
const whole = (value: number | null, from: number, to: number): boolean =>
  value === null || (Number.isInteger(value) && value >= from && value <= to);

/** What the API could not even read: empty texts, no course chosen, numbers out of range. The rest it says itself. */
export function ownFaults(document: ProgramDocument, slug: string | null): Fault[] {
  const faults: Fault[] = [];
  const say = (path: string, fault: string, is: boolean) => void (is && faults.push({ path, fault }));
  say('slug', 'slug', slug !== null && (!SLUG.test(slug) || slug.length > 60));
  say('title', 'missing', blank(document.title));
  say('summary', 'missing', blank(document.summary));
  say('path', 'missing', document.path.length === 0);
  for (const name of PATHS) walk(document[name], name, say);
  const { validityMonths, windowDays, graceDays } = document.renewal;
  const sound =
    whole(validityMonths, 1, 120) &&
    whole(windowDays, 0, 365) &&
    whole(graceDays, 0, 180) &&
    whole(document.refresherDays, 1, 365) &&
    Object.values(document.drillEveryMonths).every((months) => whole(months, 1, 60));
  say('renewal', 'number', !sound);
  say(
    'renewal.windowDays',
    'window',
    sound && validityMonths !== null && windowDays + graceDays >= validityMonths * 28,
  );
  return faults;
}

function walk(
  items: readonly ProgramItem[],
  at: string,
  say: (path: string, fault: string, is: boolean) => void,
) {
  items.forEach((item, index) => {
    const path = `${at}.${index}`;
    if (item.kind === 'course') say(path, 'course', item.courseId === '');
    else say(path, 'missing', blank(item.title));
    if (item.kind !== 'group') return;
    say(path, 'missing', item.items.length === 0);
    say(path, 'number', item.rule === 'at_least' && !whole(item.atLeast ?? 0, 1, 50));
    walk(item.items, `${path}.items`, say);
  });
}

/** The faults that belong to one item itself, by its path into the document; those of items in it are theirs. */
export function faultsAt(faults: readonly Fault[], path: string): Fault[] {
  return faults.filter(
    (one) => one.path === path || (one.path.startsWith(`${path}.`) && !one.path.startsWith(`${path}.items.`)),
  );
}

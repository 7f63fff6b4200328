import { CRISIS_TYPES, ItemKey, ProgramDocument, type ProgramItem } from '@readyroom/contract';
import { z } from 'zod';

const line = z.string().trim().min(1);
const text = z.strictObject({ zh: line, en: line });
const common = { key: ItemKey, requires: z.array(ItemKey).max(20).default([]) };

/** An item as an author writes it: courses by their slug, which people can read. */
export type SourceItem =
  | (Omit<Extract<ProgramItem, { kind: 'course' }>, 'courseId'> & { course: string })
  | Extract<ProgramItem, { kind: 'drill' }>
  | (Omit<Extract<ProgramItem, { kind: 'group' }>, 'items'> & { items: SourceItem[] });

const SourceItem: z.ZodType<SourceItem> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ ...common, kind: z.literal('course'), course: line }),
    z.strictObject({
      ...common,
      kind: z.literal('drill'),
      title: text,
      crisisTypes: z.array(z.enum(CRISIS_TYPES)).default([]),
      solo: z.boolean().default(true),
      pass: z.boolean().default(false),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('group'),
      title: text,
      rule: z.enum(['in_order', 'all', 'at_least']),
      atLeast: z.number().int().min(1).max(50).nullable().default(null),
      items: z.array(SourceItem).min(1).max(30),
    }),
  ]),
);

/** Shape of a file under content/programs/, as docs/CONTENT.md describes it. */
export const ProgramFile = z.strictObject({
  ...ProgramDocument.shape,
  title: text,
  summary: text,
  id: z.string(),
  slug: ItemKey,
  path: z.array(SourceItem).min(1).max(30),
  refresher: z.array(SourceItem).max(30).default([]),
});
export type ProgramFile = z.infer<typeof ProgramFile>;

/** The document that the file stands for; a course that is not there keeps its slug, which the check then names. */
export function documentOf(
  { title, summary, path, refresher, renewal, drillEveryMonths, refresherDays }: ProgramFile,
  courseIds: ReadonlyMap<string, string>,
): ProgramDocument {
  const items = (list: readonly SourceItem[]): ProgramItem[] =>
    list.map((item) => {
      if (item.kind === 'group') return { ...item, items: items(item.items) };
      if (item.kind === 'drill') return item;
      const { course, ...kept } = item;
      return { ...kept, courseId: courseIds.get(course) ?? course };
    });
  return {
    title,
    summary,
    path: items(path),
    refresher: items(refresher),
    renewal,
    drillEveryMonths,
    refresherDays,
  };
}

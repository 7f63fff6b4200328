import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { picture } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { openConsole, numberIn, settled, type Desk } from './support/console.js';

const ROSTERS = join(__dirname, '../fixtures/rosters');
const FACTS = JSON.parse(readFileSync(join(ROSTERS, 'facts.json'), 'utf8')) as {
  rows: number;
  tiers: Record<'executive' | 'manager' | 'frontline', number>;
  status: { active: number; left: number };
};
const TRAINER = '100011';
const MINUTES = 60_000;
const en = new Intl.NumberFormat('en');

describe.each(['pointer', 'keyboard'] as const)('A trainer at a desk in English, by %s', (by) => {
  let product: Product;
  let desk: Desk;

  beforeAll(async () => {
    product = await startProduct();
    desk = await openConsole(product, TRAINER, { locale: 'en-GB', by });
  }, 3 * MINUTES);
  afterAll(() => desk.close());
  afterAll(() => product.close());
  afterEach(() => {
    expect(desk.foreign).toEqual([]);
    expect(desk.errors).toEqual([]);
  });

  const shoot = async (name: string) => {
    if (by !== 'pointer') return;
    await settled(desk.page);
    await picture(desk.page, name);
  };
  const openScreen = (name: string) =>
    desk.hand.press(desk.page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name }));
  /** The count above a word, as the screens of imports and assignments show it. */
  const figure = async (word: string) => {
    const term = desk.page.locator('main dt', { hasText: new RegExp(`^${word}$`) });
    return numberIn(await term.locator('xpath=../dd').textContent());
  };
  const count = async (condition: string) => {
    const [row] = await product.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM person p WHERE ${condition}`,
    );
    return row!.n;
  };

  it(
    'should see what a roster of 5,000 people would change, and carry it out',
    async () => {
      const { page, hand } = desk;
      const before = await product.database.query<{ path: string }>('SELECT path FROM department');
      const paths = departmentPaths();
      const newDepartments = [...paths].filter((path) => !before.some((one) => one.path === path)).length;
      const people = await count('true');

      await openScreen('Imports');
      await hand.press(
        page
          .getByRole('link', { name: 'Upload roster' })
          .or(page.getByRole('link', { name: 'Upload a roster' }))
          .first(),
      );
      const chooser = page.getByLabel('Choose file');
      await chooser.focus();
      await chooser.setInputFiles(join(ROSTERS, 'roster.csv'));
      await page.getByText('Ready to confirm').waitFor({ timeout: MINUTES });

      expect(await figure('Rows')).toBe(FACTS.rows);
      expect(await figure('New')).toBe(FACTS.rows);
      expect(await figure('Errors')).toBe(0);
      const { tiers, status } = FACTS;
      await page
        .getByText(
          `Executive ${en.format(tiers.executive)} · Manager ${en.format(tiers.manager)} · Frontline ${en.format(tiers.frontline)}`,
        )
        .waitFor();
      await page.getByText(`Active ${en.format(status.active)} · Left ${en.format(status.left)}`).waitFor();
      await page.getByText(`${newDepartments} new departments`).waitFor();
      expect(await count('true')).toBe(people);
      await shoot('console-import-en-1440');

      await hand.press(page.getByRole('button', { name: 'Carry out the import' }));
      await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Carry out the import' }));
      await page.getByText('Carried out', { exact: true }).waitFor({ timeout: MINUTES });
      expect(await count('true')).toBe(people + FACTS.rows);
      for (const tier of ['executive', 'manager', 'frontline'] as const)
        expect(await count(`tier = '${tier}' AND NOT demo`)).toBe(tiers[tier]);
      const [departments] = await product.database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM department',
      );
      expect(departments!.n).toBe(before.length + newDepartments);
      await product.jobs.drain();
    },
    3 * MINUTES,
  );

  it(
    'should assign a course to two tiers and reach exactly the people that the preview counted',
    async () => {
      const { page, hand } = desk;
      await withdrawEverything();
      const reached = await count(`status = 'active' AND tier IN ('executive', 'manager')`);
      const executives = await count(`status = 'active' AND tier = 'executive'`);
      const withoutSignIn = await count(
        `status = 'active' AND tier IN ('executive', 'manager') AND NOT EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id)`,
      );
      const [course] = await product.database.query<{ id: string; title: string }>(
        `SELECT c.id, v.title->>'en' AS title FROM course c JOIN course_version v ON v.id = c.published_version_id ORDER BY c.position LIMIT 1`,
      );

      await openScreen('Audience rules');
      await hand.press(page.getByRole('link', { name: 'Assign training' }).first());
      await page.getByText('Choose somebody to see who it will be.').waitFor();
      for (const tier of ['Executive', 'Manager'])
        await hand.tick(page.getByRole('checkbox', { name: tier }));
      const reaches = page.getByRole('region', { name: 'This reaches' });
      await reaches.getByText(`${en.format(reached)} people`, { exact: true }).waitFor();
      await reaches
        .getByText(`Executive ${executives} · Manager ${reached - executives} · Frontline 0`, { exact: true })
        .waitFor();
      await shoot('admin-assign-en-1440');

      const next = page.getByRole('button', { name: 'Next', exact: true });
      await hand.press(next);
      await hand.tick(page.getByRole('checkbox', { name: course!.title }));
      await hand.press(next);
      await hand.tick(page.getByRole('radio', { name: 'Due on a day' }));
      await hand.press(page.getByRole('button', { name: 'in 30 days' }));
      await hand.type(page.getByLabel('Name of the rule'), 'Leaders first');
      await hand.press(next);

      await page
        .getByText(new RegExp(`^${en.format(reached)} people, 0 have already completed, due `))
        .waitFor();
      await page.getByText(`${en.format(withoutSignIn)} of them cannot sign in yet.`).waitFor();
      const cells = await page.getByRole('row', { name: course!.title }).getByRole('cell').allTextContents();
      expect(cells.map(numberIn)).toEqual([reached, 0, 0]);

      await hand.press(page.getByRole('button', { name: 'Assign', exact: true }));
      await page.getByRole('heading', { level: 1, name: 'Leaders first' }).waitFor();
      expect([await figure('People reached'), await figure('Assignments')]).toEqual([reached, reached]);
      const [assigned] = await product.database.query<{ people: number; tiers: string[]; due: string }>(
        `SELECT count(DISTINCT a.person_id)::int AS people, array_agg(DISTINCT p.tier::text ORDER BY p.tier::text) AS tiers, min(a.due_on) AS due
         FROM assignment a JOIN audience_rule r ON r.id = a.rule_id JOIN person p ON p.id = a.person_id
         WHERE r.name = 'Leaders first' AND a.withdrawn_at IS NULL AND a.course_id = $1`,
        [course!.id],
      );
      expect(assigned).toMatchObject({ people: reached, tiers: ['executive', 'manager'] });
      const days =
        (Date.parse(assigned!.due) -
          Date.parse(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }))) /
        86_400_000;
      expect(days).toBe(30);
    },
    2 * MINUTES,
  );

  it(
    'should read a course as an executive and as a frontline employee, in both languages',
    async () => {
      const { page, hand } = desk;
      const lessons = await product.database.query<{
        zh: string;
        en: string;
        tiers: string[] | null;
        course: string;
      }>(
        `SELECT l.title->>'zh' AS zh, l.title->>'en' AS en, l.tiers::text[] AS tiers, v.title->>'en' AS course
         FROM lesson l JOIN course c ON c.published_version_id = l.version_id JOIN course_version v ON v.id = l.version_id
         WHERE c.position = (SELECT min(position) FROM course) ORDER BY l.position`,
      );
      const titles = (tier: string, language: 'zh' | 'en') =>
        lessons
          .filter(({ tiers }) => tiers === null || tiers.includes(tier))
          .map((lesson) => lesson[language]);
      expect(titles('executive', 'en')).not.toEqual(titles('frontline', 'en'));

      await openScreen('Courses');
      await page.getByRole('heading', { level: 1, name: 'Courses' }).waitFor();
      await hand.press(page.getByRole('link', { name: lessons[0]!.course }));
      await hand.press(page.getByRole('link', { name: 'Preview (key p)' }));
      const outline = page.getByRole('navigation', { name: 'Outline' });
      for (const [tier, word] of [
        ['executive', 'Executive'],
        ['frontline', 'Frontline'],
      ] as const)
        for (const [language, name] of [
          ['en', 'English'],
          ['zh', '简体中文'],
        ] as const) {
          const expected = titles(tier, language);
          await hand.press(page.getByRole('group', { name: 'As tier' }).getByRole('button', { name: word }));
          await hand.press(
            page.getByRole('group', { name: 'In', exact: true }).getByRole('button', { name }),
          );
          for (const title of expected) await outline.getByRole('link', { name: title }).waitFor();
          const shown = await outline.getByRole('link').locator('span[lang]').allTextContents();
          // The last entry is the quiz.
          expect(shown.slice(0, -1)).toEqual(expected);
          const last = expected.at(-1)!;
          await hand.press(outline.getByRole('link', { name: last }));
          await page
            .getByRole('region', { name: 'How it looks on a phone' })
            .getByRole('heading', { name: last })
            .first()
            .waitFor();
          if (tier === 'executive' && language === 'en') await shoot('admin-preview-en-1440');
        }
    },
    2 * MINUTES,
  );

  /** Takes back what the demo company has assigned, so that numbers begin at zero. */
  async function withdrawEverything(): Promise<void> {
    const { request } = desk.context;
    const list = (await (await request.get('/api/audience-rules?perPage=50&state=live')).json()) as {
      items: { id: string }[];
    };
    for (const { id } of list.items)
      expect((await request.post(`/api/audience-rules/${id}/withdraw`)).ok()).toBe(true);
  }
});

/** Every department that the roster names, with those above it. */
function departmentPaths(): Set<string> {
  const [header, ...lines] = readFileSync(join(ROSTERS, 'roster.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const column = header!.split(',').indexOf('department');
  return new Set(
    lines.flatMap((line) => {
      const names = line.split(',')[column]!.split('/');
      return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
    }),
  );
}

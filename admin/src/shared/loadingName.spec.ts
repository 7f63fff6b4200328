import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Button, CircularProgress, ThemeProvider, createTheme } from '@mui/material';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { catalogues } from '../i18n/catalogues.js';
import { LOADING_NAME, namedProgress } from './loadingName.js';

const SOURCE = join(__dirname, '..');
const sourceOf = (file: string): string => readFileSync(join(SOURCE, file), 'utf8');

const spinner = (children: ReactNode): string => {
  const theme = createTheme({ components: namedProgress });
  const html = renderToStaticMarkup(createElement(ThemeProvider, { theme }, children));
  return /<[^>]*role="progressbar"[^>]*>/.exec(html)![0];
};

describe('What turns while something loads', () => {
  it('should have a name without being given one', () => {
    expect(spinner(createElement(CircularProgress))).toContain(`aria-labelledby="${LOADING_NAME}"`);
    expect(sourceOf('theme.ts')).toContain('...namedProgress');
  });

  it('in a button should be named by the button', () => {
    const inside = spinner(createElement(Button, { loading: true, id: 'save' }, 'Save'));
    expect(inside).toContain('aria-labelledby="save"');
  });

  it('should find its name on the page, in both languages', () => {
    expect(sourceOf('../index.html')).toContain(`<span id="${LOADING_NAME}" hidden></span>`);
    for (const { ra } of Object.values(catalogues) as { ra: { page: { loading: string } } }[])
      expect(ra.page.loading).toMatch(/\S/);
  });

  it('a bar that the console draws should say what it is of', () => {
    const screens = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.tsx'),
    );
    const bars = screens.flatMap((name) =>
      [...sourceOf(name).matchAll(/<LinearProgress[^]*?\/>/g)].map(([bar]) => ({ name, bar })),
    );
    expect(bars.length).toBeGreaterThan(5);
    for (const { name, bar } of bars)
      expect([name, bar]).toEqual([name, expect.stringContaining('aria-label')]);
  });
});

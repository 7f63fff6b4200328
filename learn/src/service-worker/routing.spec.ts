import { treatmentOf } from './routing.js';

const ORIGIN = 'https://learn.example';
const FILES = new Set(['/', '/assets/index-1.js', '/favicon.svg']);
const ask = (path: string, extra: Partial<{ method: string; navigation: boolean }> = {}) =>
  treatmentOf({ method: 'GET', url: ORIGIN + path, navigation: false, ...extra }, ORIGIN, FILES);

describe('treatmentOf', () => {
  it('when a screen is opened it should answer with the shell', () => {
    expect(ask('/', { navigation: true })).toBe('shell');
    expect(ask('/courses/1/lessons/2?x=1', { navigation: true })).toBe('shell');
  });
  it('when a file of the shell is asked for it should come from the cache', () => {
    expect(ask('/assets/index-1.js')).toBe('file');
    expect(ask('/assets/other.js')).toBe('leave');
  });
  it('when the console or the API is meant it should keep out', () => {
    for (const path of ['/admin', '/admin/', '/admin/people', '/api/me', '/api/certificates/1/pdf'])
      expect(ask(path, { navigation: true })).toBe('leave');
    expect(ask('/administration', { navigation: true })).toBe('shell');
  });
  it('when it is another origin or a write it should keep out', () => {
    expect(
      treatmentOf({ method: 'GET', url: 'https://other.example/', navigation: true }, ORIGIN, FILES),
    ).toBe('leave');
    expect(ask('/', { method: 'POST', navigation: true })).toBe('leave');
  });
});

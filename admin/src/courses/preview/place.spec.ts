import { partAt, previewLink, readPlace, writePlace, type PreviewLesson } from './place.js';

const lesson = (id: string) => ({ id }) as PreviewLesson;
const version = {
  modules: [
    { id: 'm1', title: '', lessons: [lesson('a'), lesson('b')] },
    { id: 'm2', title: '', lessons: [lesson('c')] },
  ],
};

describe('place of a preview', () => {
  it('should come back from its address', () => {
    const link = previewLink('x', { versionId: 'v', tier: 'manager', locale: 'en', part: 'quiz' });
    expect(link.startsWith('/courses/x/preview?')).toBe(true);
    expect(readPlace(new URLSearchParams(link.split('?')[1]))).toEqual({
      versionId: 'v',
      tier: 'manager',
      locale: 'en',
      part: 'quiz',
    });
  });

  it('should not believe an address that names no tier or language of ours', () => {
    expect(readPlace(new URLSearchParams('tier=king&locale=fr'))).toMatchObject({
      tier: 'frontline',
      locale: null,
    });
  });

  it('should keep what a change does not name, and drop what it clears', () => {
    const after = writePlace(new URLSearchParams('version=v&part=a'), { part: null, tier: 'executive' });
    expect(after.toString()).toBe('version=v&tier=executive');
  });
});

describe('partAt', () => {
  it('should begin at the first lesson and end at the quiz', () => {
    expect(partAt(version, null)).toMatchObject({ id: 'a', before: null, after: 'b' });
    expect(partAt(version, 'quiz')).toMatchObject({ id: 'quiz', lesson: null, before: 'c', after: null });
  });

  it('should go across modules', () => {
    expect(partAt(version, 'c')).toMatchObject({ before: 'b', after: 'quiz' });
  });

  it('should fall back to the beginning when the tier does not get the lesson', () => {
    expect(partAt(version, 'other').id).toBe('a');
  });

  it('should show the quiz when there is no lesson at all', () => {
    expect(partAt({ modules: [] }, null)).toMatchObject({ id: 'quiz', before: null, after: null });
  });
});

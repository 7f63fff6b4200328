import { checkContent } from './check-content.js';
import type { ContentFile } from '../source/content.js';
import { BANK, COURSE, soundContent, STEERING } from '../testing/mistakes.js';

describe('checkContent', () => {
  let sound: ContentFile[];
  beforeAll(async () => {
    sound = await soundContent();
  });

  it('when everything is right it should answer the content and no problem', () => {
    const { content, problems, figures } = checkContent(sound);
    expect(problems).toEqual([]);
    expect(content!.courses[0]!.modules.map((module) => module.lessons.length)).toEqual([2, 1]);
    expect(figures()).toMatchObject({
      courses: 1,
      lessons: 3,
      questions: 17,
      byType: { single: 5, boolean: 7, short: 1 },
    });
  });

  const without = (name: string) => sound.filter((file) => file.name !== name);

  it('when a lesson is not listed it should say so at its first line', () => {
    const stray = {
      name: 'first-hour/lessons/09-stray.yaml',
      text: sound.find(({ name }) => name === STEERING)!.text.replace(/0000000001/g, '0000000009'),
    };
    expect(checkContent([...sound, stray]).problems).toEqual([
      { file: stray.name, line: 1, message: expect.stringContaining('lists this lesson') as string },
    ]);
  });

  it('when the topics are missing it should say so once and not complain about every topic', () => {
    const { problems } = checkContent(without('topics.yaml'));
    expect(problems).toEqual([
      { file: 'topics.yaml', line: 1, message: expect.stringContaining('missing') as string },
    ]);
  });

  it('when a folder has no course.yaml it should say so', () => {
    const { problems } = checkContent(without(COURSE));
    expect(problems.map(({ message }) => message)).toContain(
      'The folder first-hour has no course.yaml: add it',
    );
  });

  it('when no lesson is for a tier it should say so at the modules', () => {
    const files = sound.map((file) =>
      /01-signals|03-case/.test(file.name)
        ? { ...file, text: file.text.replace('blocks:', 'tiers: [manager, executive]\nblocks:') }
        : file,
    );
    expect(checkContent(files).problems).toContainEqual({
      file: COURSE,
      line: 10,
      message: 'No lesson is for the tier frontline: add one',
    });
  });

  it('when two courses claim the same place it should say so at the second', () => {
    const text = sound.find(({ name }) => name === COURSE)!.text;
    expect(checkContent([...sound, { name: 'second/course.yaml', text }]).problems).toContainEqual({
      file: 'second/course.yaml',
      line: 3,
      message: 'The place 1 is taken by “first-hour”: choose another',
    });
  });

  it('when a file has no place in the format it should say so', () => {
    const { problems } = checkContent([...sound, { name: 'first-hour/notes.md', text: '' }]);
    expect(problems).toEqual([
      { file: 'first-hour/notes.md', line: 1, message: expect.stringContaining('no place') as string },
    ]);
  });

  it('when a question file does not parse it should not call the quiz too small as well', () => {
    const files = sound.map((file) =>
      file.name === BANK ? { ...file, text: file.text.replace('type: single', 'type: essay') } : file,
    );
    expect(checkContent(files).problems.filter(({ file }) => file === COURSE)).toEqual([]);
  });
});

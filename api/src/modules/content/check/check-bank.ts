import { checkQuestion } from './check-question.js';
import { checkTexts } from './check-texts.js';
import { baseName, type SourceFolder } from '../source/source-folder.js';
import { textsOfQuestion } from '../source/source-texts.js';

/** The question bank: topics once each, every question in the file of its topic, sound in itself, asked once. */
export function checkBank(folder: SourceFolder): void {
  folder.topics.forEach(({ key }, i) => {
    if (folder.topics.findIndex((other) => other.key === key) < i)
      folder.files.get('topics.yaml')!.report([i, 'key'], `The topic “${key}” is listed twice`);
  });
  for (const { source, data, index } of folder.questions) {
    const topic = baseName(source.file);
    if (folder.isUnknownTopic(data.topic))
      source.report([index, 'topic'], `Unknown topic “${data.topic}”: use a key of topics.yaml`);
    else if (data.topic !== topic)
      source.report(
        [index, 'topic'],
        `This file holds questions of the topic “${topic}”: move the question to ${data.topic}.yaml`,
      );
    checkQuestion(data, (path, message) => source.report([index, ...path], message));
    checkTexts(source, textsOfQuestion(data, [index]));
  }
  for (const language of ['zh', 'en'] as const) checkPrompts(folder, language);
}

function checkPrompts(folder: SourceFolder, language: 'zh' | 'en'): void {
  const places = new Map<string, string>();
  for (const { source, data, index } of folder.questions) {
    const prompt = data.prompt[language].toLowerCase().replace(/[\s\p{P}]/gu, '');
    const path = [index, 'prompt', language];
    const place = places.get(prompt);
    if (place) source.report(path, `The same prompt stands at ${place}: ask something else`);
    else places.set(prompt, `${source.file}:${source.lineOf(path)}`);
  }
}

import { markdownFaults, plainFault } from './check-markdown.js';
import type { PlacedText } from '../source/source-texts.js';
import type { YamlSource } from '../source/yaml-source.js';

/** Each text must be what its place shows: Markdown of the permitted kind, or plain text. */
export function checkTexts(source: YamlSource, texts: readonly PlacedText[]): void {
  for (const { path, text, markdown } of texts)
    for (const language of ['zh', 'en'] as const) {
      const here = [...path, language];
      if (markdown)
        for (const { line, message } of markdownFaults(text[language], language))
          source.reportInText(here, line, message);
      else {
        const fault = plainFault(text[language]);
        if (fault) source.report(here, fault);
      }
    }
}

import MarkdownIt from 'markdown-it';

/** Reads more than the renderer does, in order to see what an author must not use. */
const reader = new MarkdownIt({ html: true, linkify: false });
reader.validateLink = () => true;

type Token = ReturnType<typeof reader.parse>[number];

const FORBIDDEN: Record<string, string> = {
  html_block: 'HTML is not allowed: use Markdown',
  html_inline: 'HTML is not allowed: use Markdown',
  image: 'Images are not allowed: describe it, or use a chart block',
  fence: 'Code blocks are not allowed: use a paragraph or a block quote',
  code_block: 'This line is indented by four or more blanks and would be shown as code: indent it less',
  code_inline: 'Code marks are not allowed: use quotation marks or bold',
  hr: 'Rules are not allowed: begin a new block',
};

/** What is wrong with a Markdown text; `line` is 0-based within the text. */
export function markdownFaults(text: string, language: 'zh' | 'en'): { line: number; message: string }[] {
  const faults: { line: number; message: string }[] = [];
  for (const block of reader.parse(text, {})) {
    const line = block.map?.[0] ?? 0;
    for (const token of [block, ...(block.children ?? [])]) {
      const message = faultOf(token, language);
      if (message) faults.push({ line, message });
    }
  }
  return faults;
}

function faultOf(token: Token, language: 'zh' | 'en'): string | undefined {
  if (token.type === 'heading_open' && token.tag !== 'h3')
    return `Only ### headings are allowed, not ${'#'.repeat(Number(token.tag[1]))}`;
  if (token.type === 'em_open' && language === 'zh')
    return 'Chinese is never italicised: use bold or quotation marks';
  if (token.type === 'link_open' && !/^https:\/\//i.test(String(token.attrGet('href'))))
    return `A link must begin with https://, not ${token.attrGet('href') || 'nothing'}`;
  if (token.type === 'text' && token.content.includes('**'))
    return 'The asterisks ** would be shown as they are: close the bold, and keep punctuation and quotation marks outside of it';
  return FORBIDDEN[token.type];
}

/** Plain texts are shown as they are, so marks of Markdown in them are mistakes. */
export const plainFault = (text: string): string | undefined =>
  /\*\*|\]\(https?:/.test(text) ? 'This text is shown as it is: remove the Markdown marks' : undefined;

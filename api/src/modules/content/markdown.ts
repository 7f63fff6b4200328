import MarkdownIt from 'markdown-it';

/** CommonMark plus tables; raw HTML stays text, only https links become links. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
markdown.validateLink = (href) => /^https:\/\//i.test(href);
markdown.disable('image');

const plainLinkOpen = markdown.renderer.rules.link_open;
markdown.renderer.rules.link_open = (tokens, index, options, env, self) => {
  const token = tokens[index]!;
  token.attrSet('rel', 'noopener noreferrer');
  token.attrSet('target', '_blank');
  return plainLinkOpen?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
};

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

// A line break between Chinese characters is the author's wrapping; a browser would show it as a gap.
markdown.renderer.rules.softbreak = (tokens, index) => {
  // Marks such as **bold** stand between as tokens without content.
  const before =
    tokens
      .slice(0, index)
      .findLast((token) => token.content)
      ?.content.at(-1) ?? '';
  const after =
    tokens
      .slice(index + 1)
      .find((token) => token.content)
      ?.content.at(0) ?? '';
  return WIDE.test(before) && WIDE.test(after) ? '' : '\n';
};

/** Markdown of an author as HTML that is safe to put into a page. */
export const renderMarkdown = (source: string): string => markdown.render(source);

/** The words of a Markdown text without its marks, for counting. */
export const plainText = (source: string): string =>
  renderMarkdown(source)
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:amp|lt|gt|quot);/g, ' ');

import type { Block, ReportDocument } from '../../../platform/pdf/document.js';

/** What people wrote must not turn into markup. */
const escape = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/^(\s*)([-+]|\d+\.)(?=\s)/gm, '$1\\$2')
    .replace(/\s*\r?\n\s*/g, ' ');

export function toMarkdown(document: ReportDocument): string {
  return [
    `**${document.mark}**`,
    `# ${escape(document.title)}`,
    ...document.blocks.map(write),
    escape(document.signature),
    `**${document.mark}**`,
    '',
  ].join('\n\n');
}

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `## ${escape(block.text)}`;
    case 'paragraph':
      return escape(block.text);
    case 'list':
      return block.items.map((item) => `- ${escape(item)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.map(escape).join(' | ')} |`;
      const head = block.head.length ? block.head : block.widths.map(() => ' ');
      return [line(head), `|${head.map(() => ' --- |').join('')}`, ...block.rows.map(line)].join('\n');
    }
  }
}

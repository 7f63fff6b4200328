import type { Block, ReportDocument } from '../../../platform/pdf/document.js';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\r?\n/g, '<br>');

const STYLE = `
  body { font: 15px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; color: #16232a;
    max-width: 60rem; margin: 0 auto; padding: 1rem; }
  .mark { border: 2px solid; padding: .25rem .75rem; display: inline-block; font-weight: 700; }
  h2 { margin: 2rem 0 .5rem; border-bottom: 1px solid #c9d3d6; }
  table { border-collapse: collapse; width: 100%; }
  th, td { border: 1px solid #c9d3d6; padding: .3rem .5rem; text-align: start; vertical-align: top;
    overflow-wrap: anywhere; }
  th { background: #eef3f4; }
  .quiet { color: #5b6b73; }
  .sign { margin-top: 3rem; }
  @page { size: A4; margin: 15mm; }`;

/** One page that needs nothing from anywhere: it can be kept, sent and printed. */
export function toHtml(document: ReportDocument): string {
  return `<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(`${document.mark} · ${document.title}`)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<p class="mark">${escape(document.mark)}</p>
<h1>${escape(document.title)}</h1>
${document.blocks.map(write).join('\n')}
<p class="sign">${escape(document.signature)}</p>
<p class="mark">${escape(document.mark)}</p>
</main>
</body>
</html>
`;
}

function write(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escape(block.text)}</h2>`;
    case 'paragraph':
      return `<p${block.quiet ? ' class="quiet"' : ''}>${escape(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const cells = (tag: 'th' | 'td', row: readonly string[], scope = '') =>
        row.map((cell) => `<${tag}${scope}>${escape(cell)}</${tag}>`).join('');
      const head = block.head.length
        ? `<thead><tr>${cells('th', block.head, ' scope="col"')}</tr></thead>`
        : '';
      const rows = block.rows.map((row) =>
        block.head.length
          ? `<tr>${cells('td', row)}</tr>`
          : `<tr>${cells('th', row.slice(0, 1), ' scope="row"')}${cells('td', row.slice(1))}</tr>`,
      );
      return `<table>${head}<tbody>${rows.join('')}</tbody></table>`;
    }
  }
}

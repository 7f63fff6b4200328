import { useLayoutEffect, useRef } from 'preact/hooks';

interface Props {
  html: string;
  class?: string;
  /** The server renders headings as h3; where no title stands above the text they move up by one. */
  raiseHeadings?: boolean;
}

const readyTables = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="table-scroll"><table>')
    .replaceAll('</table>', '</table></div>')
    // The corner of a table heads nothing.
    .replaceAll('<th></th>', '<td></td>');

/** HTML that the server rendered from Markdown and sanitised. */
export function Html({ html, class: name = '', raiseHeadings = false }: Props) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What scrolls sideways must be reachable by keyboard.
    for (const box of element.current?.querySelectorAll<HTMLElement>('.table-scroll') ?? [])
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }, [html]);
  const ready = readyTables(raiseHeadings ? html.replace(/<(\/?)h3>/g, '<$1h2>') : html);
  return <div ref={element} class={`prose ${name}`} dangerouslySetInnerHTML={{ __html: ready }} />;
}

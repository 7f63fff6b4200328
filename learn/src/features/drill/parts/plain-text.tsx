interface Block {
  list: boolean;
  lines: string[];
}

/** Lines that begin with a hyphen are a list; every other line is a paragraph of its own. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const list = line.startsWith('- ');
    const last = blocks.at(-1);
    if (list && last?.list) last.lines.push(line.slice(2));
    else blocks.push({ list, lines: [list ? line.slice(2) : line] });
  }
  return blocks;
}

/** A text of the scenario with its paragraphs and lists. */
export const PlainText = ({ text }: { text: string }) => (
  <div class="prose">
    {blocksOf(text).map(({ list, lines }, i) =>
      list ? (
        <ul key={i}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p key={i}>{lines[0]}</p>
      ),
    )}
  </div>
);

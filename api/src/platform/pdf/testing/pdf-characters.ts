import { inflateSync } from 'node:zlib';

export const streamsOf = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, data]) => {
    try {
      return [inflateSync(Buffer.from(data!, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });

/** The characters that the fonts inside the document have glyphs for. What was drawn as an empty box is not among them. */
function charactersOf(pdf: Buffer): Set<string> {
  const maps = streamsOf(pdf).filter((stream) => stream.includes('begincmap'));
  const codes = maps.flatMap((map) =>
    [...map.matchAll(/\[(.*?)\]/gs)].flatMap(([, list]) => [...list!.matchAll(/<([0-9a-f ]+)>/g)]),
  );
  return new Set(
    codes.flatMap(([, units]) => [
      ...String.fromCharCode(
        ...units!
          .trim()
          .split(' ')
          .map((unit) => parseInt(unit, 16)),
      ),
    ]),
  );
}

/** Characters of a text that a PDF does not hold. */
export const missing = (pdf: Buffer, text: string): string[] => {
  const drawn = charactersOf(pdf);
  return [...text.normalize('NFC').replace(/\s/g, '')].filter((character) => !drawn.has(character));
};

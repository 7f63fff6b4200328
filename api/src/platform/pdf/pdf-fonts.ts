import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

export const WEIGHTS = ['regular', 'bold'] as const;
export type Weight = (typeof WEIGHTS)[number];
/** `han` has 30,890 characters, rare given names among them, but of Latin letters little more than Western Europe's;
 * `latin` has the letters of all of Europe and Vietnam. */
export const FAMILIES = ['han', 'latin'] as const;
export type Family = (typeof FAMILIES)[number];
/** A parsed font. pdfkit takes it as a source, which its types do not say. */
export interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
}
export type Fonts = Readonly<Record<Family, Readonly<Record<Weight, Font>>>>;

let opened: Promise<Fonts> | undefined;

/**
 * The fonts of all documents, read (21 MB) and parsed once: parsing takes half a second, which would otherwise hold
 * up everybody at every document. A read that fails is tried anew next time.
 */
export function pdfFonts(): Promise<Fonts> {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

async function open(): Promise<Fonts> {
  const root = createRequire(join(process.cwd(), 'package.json'));
  const han = dirname(root.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const latin = join(process.cwd(), 'api/assets/fonts');
  const font = async (folder: string, file: string) => parse(await readFile(join(folder, file)));
  return {
    han: {
      regular: await font(han, '400Regular/NotoSansSC_400Regular.ttf'),
      bold: await font(han, '700Bold/NotoSansSC_700Bold.ttf'),
    },
    latin: {
      regular: await font(latin, 'NotoSans-Regular.ttf'),
      bold: await font(latin, 'NotoSans-Bold.ttf'),
    },
  };
}

/** Through pdfkit, so that the parser is the one that it works with. */
function parse(file: Buffer): Font {
  const document = new PDFDocument({ font: file as never, autoFirstPage: false });
  return (document as unknown as { _font: { font: Font } })._font.font;
}

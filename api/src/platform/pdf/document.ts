/** A document before it has a form: what HTML, Markdown and PDF are all made of. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Width of each column, as parts of the whole. */
      readonly widths: readonly number[];
    };

export interface ReportDocument {
  readonly mark: string;
  readonly title: string;
  readonly author: string;
  /** When what it tells of was over. */
  readonly date: Date;
  readonly language: 'zh-CN' | 'en';
  readonly blocks: readonly Block[];
  /** Line to sign on, and how pages are counted. */
  readonly signature: string;
  /** Who signs at the end of a PDF: a line with these words under it for each. */
  readonly signers?: readonly string[];
  readonly page: (page: number, of: number) => string;
}

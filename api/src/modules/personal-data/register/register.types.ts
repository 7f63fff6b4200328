import type { Text } from '@readyroom/contract';

/** What the law allows a column to be kept for; the words are in docs/PRIVACY.md. */
export type LegalBasis = 'employment' | 'duty' | 'security' | 'interest';

/**
 * What erasing a person does to a column.
 * - `pseudonym`: a word that stands for nobody takes its place; `delete`: the row goes.
 * - `null`: it is emptied in their rows, and redacted in those of others.
 * - `redact`: the text stays, and names, numbers and addresses of the person in it are replaced, in everybody's rows.
 * - `keep`: it stays, and speaks of nobody once the person behind its id has no name.
 * - `secret`: as `delete`, and it is in no export: a hash that opens something.
 */
export type OnErasure = 'pseudonym' | 'null' | 'delete' | 'redact' | 'keep' | 'secret';

/** One table. Every column is in exactly one list, or a test fails. Names are separated by blanks. */
export interface RegisteredTable {
  readonly table: string;
  readonly label: Text;
  readonly purpose: Text;
  readonly basis: LegalBasis;
  readonly retention: Text;
  /** Why `keep` columns stay after an erasure. */
  readonly why?: Text;
  /** Condition on the rows that are about the person $1, or that they made. Without it, nothing here is anybody's. */
  readonly of?: string;
  /** Not personal. */
  readonly plain?: string;
  readonly pseudonym?: string;
  readonly null?: string;
  readonly delete?: string;
  readonly redact?: string;
  readonly keep?: string;
  readonly secret?: string;
}

/** A table in which nothing is about anybody. */
export interface PlainTable {
  readonly table: string;
  readonly plain: string;
}

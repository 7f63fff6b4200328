/** One thing an author has to mend. `file` is relative to the content folder, `line` is 1-based. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Path into a YAML document: keys of maps, indexes of lists. */
export type Path = readonly (string | number)[];

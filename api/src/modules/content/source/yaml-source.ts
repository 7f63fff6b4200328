import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  Scalar,
  visit,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { Path, Problem } from './problem.js';

interface Found {
  /** Where to point an author: the key of a map entry, or the item of a list. */
  anchor: Node | null;
  value: unknown;
}

/** One YAML file with its positions, so that whatever is wrong in it can be pointed at. */
export class YamlSource {
  readonly problems: Problem[] = [];
  readonly data: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    for (const fault of [...this.document.errors, ...this.document.warnings])
      this.problems.push({ file, line: this.lineAt(fault.pos[0]), message: `YAML: ${fault.message}` });
    this.data = this.document.errors.length ? undefined : this.document.toJS();
  }

  /** Notes a problem at a path; where the path leads nowhere, at the deepest part that exists. */
  report(path: Path, message: string, linesBelow = 0): void {
    this.problems.push({ file: this.file, line: this.lineOf(path) + linesBelow, message });
  }

  lineOf(path: Path): number {
    return this.lineOfNode(this.find(path).anchor);
  }

  /** The value at a path as the document has it, or undefined. */
  valueOf(path: Path): unknown {
    return path.reduce<unknown>(
      (value, part) =>
        value !== null && typeof value === 'object'
          ? (value as Record<string | number, unknown>)[part]
          : undefined,
      this.data,
    );
  }

  /** Notes a problem on a line (0-based) of the text at a path, or at its key where the text is folded into one. */
  reportInText(path: Path, line: number, message: string): void {
    const { value } = this.find(path);
    this.report(path, message, isScalar(value) && value.type === Scalar.BLOCK_LITERAL ? 1 + line : 0);
  }

  /** Every `id` of the document, in order. */
  ids(): { value: unknown; line: number }[] {
    const ids: { value: unknown; line: number }[] = [];
    visit(this.document, {
      Pair: (_, pair) => {
        if (isScalar(pair.key) && pair.key.value === 'id')
          ids.push({
            value: isScalar(pair.value) ? pair.value.value : undefined,
            line: this.lineOfNode(pair.key),
          });
      },
    });
    return ids;
  }

  private find(path: Path): Found {
    let found: Found = { anchor: this.document.contents, value: this.document.contents };
    for (const part of path) {
      const next = step(found.value, part);
      if (!next) return { anchor: found.anchor, value: undefined };
      found = next;
    }
    return found;
  }

  private lineOfNode(node: Node | null): number {
    return node?.range ? this.lineAt(node.range[0]) : 1;
  }

  private lineAt(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }
}

function step(value: unknown, part: string | number): Found | undefined {
  if (isMap(value)) {
    const pair = value.items.find(
      (item): item is Pair<Scalar, Node> => isPair(item) && isScalar(item.key) && item.key.value === part,
    );
    return pair && { anchor: pair.key, value: pair.value };
  }
  if (isSeq(value) && typeof part === 'number') {
    const item = value.items[part];
    return item === undefined ? undefined : { anchor: item as Node, value: item };
  }
  return undefined;
}

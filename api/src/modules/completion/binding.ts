/** How a value gets into a statement: never as text of the statement itself. */
export interface Binding {
  one(value: string | number, type: string): string;
  /** A condition that a column is among these; no value contains a comma, quote or brace. */
  among(column: string, values: readonly string[], type: string): string;
}

/** Ordinary parameters, $1 onwards. */
export class Parameters implements Binding {
  readonly values: unknown[] = [];

  one(value: string | number, type: string): string {
    return `$${this.values.push(value)}::${type}`;
  }
  among(column: string, values: readonly string[], type: string): string {
    return `${column} = ANY($${this.values.push(values)}::${type}[])`;
  }
}

/** COPY takes no parameters, so its values are settings of its transaction, made by an ordinary statement before it. */
export class TransactionSettings implements Binding {
  private readonly values: string[] = [];

  one(value: string | number, type: string): string {
    return `(SELECT current_setting('readyroom.value${this.values.push(String(value))}'))::${type}`;
  }
  among(column: string, values: readonly string[], type: string): string {
    return `${column} IN (SELECT unnest(${this.one(`{${values.join(',')}}`, `${type}[]`)}))`;
  }
  /** The statement that makes the settings, with its parameters. */
  statement(): { text: string; values: unknown[] } {
    const settings = this.values.map((_, n) => `set_config('readyroom.value${n + 1}', $${n + 1}, true)`);
    return { text: `SELECT ${settings.join(', ') || '1'}`, values: this.values };
  }
}

/** How a value gets into a statement: nobody's text ever becomes part of it. */
export interface Binding {
  one(value: string | number, type: string): string;
  /** A condition that a column is among these ids or states. */
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

/** Ids, days, states: nothing made of these characters can end a literal or begin anything else. */
const HARMLESS = /^[0-9A-Za-z_-]*$/;

/**
 * COPY takes no parameters. Ids and states stand in it as literals, where the planner sees them; every other text is a
 * setting of the transaction, made by an ordinary statement before it.
 */
export class CopyValues implements Binding {
  private readonly texts: string[] = [];

  one(value: string | number, type: string): string {
    if (HARMLESS.test(String(value))) return `'${value}'::${type}`;
    return `(SELECT current_setting('readyroom.text${this.texts.push(String(value))}'))::${type}`;
  }
  among(column: string, values: readonly string[], type: string): string {
    if (!values.every((value) => HARMLESS.test(value))) throw new Error('Only ids and states can be listed');
    return `${column} = ANY('{${values.join(',')}}'::${type}[])`;
  }
  /** The statement that makes the settings, with its parameters. */
  statement(): { text: string; values: unknown[] } {
    const settings = this.texts.map((_, n) => `set_config('readyroom.text${n + 1}', $${n + 1}, true)`);
    return { text: `SELECT ${settings.join(', ') || '1'}`, values: this.texts };
  }
}

import type { ScenarioDocument, Text } from '@readyroom/contract';
import type { Path } from '../../content/index.js';

/** Something that a scenario does wrong: where in the document, and what to do about it in both languages. */
export interface Finding {
  readonly path: Path;
  readonly message: Text;
}

export type Say = (path: Path, en: string, zh: string) => void;

/** A scenario with what the rules ask of it again and again. */
export interface Checked {
  readonly document: ScenarioDocument;
  readonly say: Say;
  readonly injects: readonly PlacedInject[];
}

export interface PlacedInject {
  readonly inject: ScenarioDocument['items'][number];
  readonly list: 'items' | 'deck';
  readonly path: Path;
}

export function placedInjects(document: ScenarioDocument): PlacedInject[] {
  return (['items', 'deck'] as const).flatMap((list) =>
    document[list].map((inject, n) => ({ inject, list, path: [list, n] as Path })),
  );
}

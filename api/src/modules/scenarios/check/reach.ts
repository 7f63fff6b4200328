import type { Condition, ScenarioDocument } from '@readyroom/contract';
import { effectsOf, type Leaf } from './conditions.js';
import { placedInjects } from './finding.js';

const PERCENT = { negative_share: 100, heat: 100 } as const;

/**
 * What can come about in a scenario at all, whoever plays it however: found by beginning with nothing and adding what
 * becomes possible until nothing more does. Injects of the deck can always be fired by the facilitator.
 */
export class Reach {
  private readonly injects = new Set<string>();
  private readonly cards = new Map<string, Set<string>>();
  private readonly values = new Map<string, Set<number | boolean>>();
  private readonly clocks = new Set<string>();
  private readonly phases = new Set<string>();
  private readonly posts = new Set<string>();

  constructor(private readonly document: ScenarioDocument) {
    for (const { key, initial } of document.variables) this.values.set(key, new Set([initial]));
    for (const { key, at } of document.phases) if (at < document.durationMinutes) this.phases.add(key);
    while (this.grow());
  }

  canHold(condition: Condition): boolean {
    if ('all' in condition)
      return !contradicts(condition.all) && condition.all.every((inner) => this.canHold(inner));
    if ('any' in condition) return condition.any.some((inner) => this.canHold(inner));
    if ('not' in condition) return true;
    return this.leafCanHold(condition);
  }

  canReach(phase: string): boolean {
    return this.phases.has(phase);
  }

  private leafCanHold(leaf: Leaf): boolean {
    const { durationMinutes } = this.document;
    if ('after' in leaf) return leaf.after < durationMinutes;
    if ('measure' in leaf) {
      const { measure, above, below } = leaf;
      const most = measure === 'silence' ? durationMinutes : measure in PERCENT ? 100 : Infinity;
      if (above !== undefined) return above < most;
      return measure === 'velocity' ? below! > -100 : below! > 0;
    }
    if ('decided' in leaf) return this.cards.get(leaf.decided.card)?.has(leaf.decided.option) ?? false;
    if ('expired' in leaf) return this.cards.has(leaf.expired);
    if ('variable' in leaf) return this.values.get(leaf.variable)?.has(leaf.is) ?? false;
    if ('notified' in leaf) return this.clocks.has(leaf.notified);
    if ('escalated' in leaf) return this.posts.has(leaf.escalated);
    if ('delivered' in leaf) return this.injects.has(leaf.delivered);
    return true;
  }

  /** One round; answers whether anything became possible. */
  private grow(): boolean {
    const before = this.size();
    for (const placed of placedInjects(this.document)) {
      const { inject, list } = placed;
      const comes =
        this.injects.has(inject.key) ||
        list === 'deck' ||
        (inject.at !== undefined && inject.at < this.document.durationMinutes) ||
        (inject.when !== undefined && this.canHold(inject.when));
      if (!comes) continue;
      this.injects.add(inject.key);
      if (inject.card) this.cards.set(inject.card.key, new Set(inject.card.options.map(({ key }) => key)));
      for (const { value } of effectsOf(placed)) {
        if ('set' in value) this.values.get(value.set.variable)?.add(value.set.to);
        if ('fire' in value) this.injects.add(value.fire);
        if ('phase' in value) this.phases.add(value.phase);
      }
    }
    for (const { key, at, when } of this.document.posts)
      if (at < this.document.durationMinutes && (when === undefined || this.canHold(when)))
        this.posts.add(key);
    for (const { key, starts } of this.document.clocks) if (this.canHold(starts)) this.clocks.add(key);
    return this.size() > before;
  }

  private size(): number {
    const values = [...this.values.values()].reduce((sum, set) => sum + set.size, 0);
    const { injects, cards, clocks, phases, posts } = this;
    return injects.size + cards.size + values + clocks.size + phases.size + posts.size;
  }
}

/** Two things that exclude each other, asked for side by side. */
function contradicts(all: readonly Condition[]): boolean {
  const options = new Map<string, string>();
  const values = new Map<string, number | boolean>();
  return all.some((inner) => {
    if ('decided' in inner) return clash(options, inner.decided.card, inner.decided.option);
    return 'variable' in inner && clash(values, inner.variable, inner.is);
  });
}

function clash<T>(known: Map<string, T>, key: string, value: T): boolean {
  if (known.has(key) && known.get(key) !== value) return true;
  known.set(key, value);
  return false;
}

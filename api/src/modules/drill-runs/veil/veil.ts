import { createHmac } from 'node:crypto';
import type { ScenarioDocument } from '@readyroom/contract';

/** Stands in the log for a name that means nothing to the run; no key and no id is ever this. */
export const NOTHING = '00000000-0000-4000-8000-000000000000';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What the post of a statement is called; whose statement it is everybody may know. */
const STATEMENT = 's-';

/** Ids of posts that came up in the run itself. */
export type Posts = Readonly<Record<string, unknown>>;

/**
 * The names under which those who must not look behind the scenes see a run. Authors name posts, injects, cards and
 * options by what they are; here each gets a name that looks like an id, is another one in every run, and says nothing
 * about order, kind or origin. Log and engine keep the real ones.
 */
export class Veil {
  private readonly known = new Map<string, string>();
  private readonly cards = new Map<string, string>();
  private readonly options = new Map<string, { card: string; option: string }>();
  private readonly standIns = new Set<string>();
  private readonly learnt = new Set<string>();

  constructor(
    private readonly secret: string,
    { items, deck, posts, standIns }: Pick<ScenarioDocument, 'items' | 'deck' | 'posts' | 'standIns'>,
  ) {
    for (const { id } of standIns) this.standIns.add(id);
    for (const { key } of posts) this.learn(key);
    for (const { key, card } of [...items, ...deck]) {
      this.learn(key);
      this.learn(`i-${key}`);
      if (!card) continue;
      this.cards.set(this.card(card.key), card.key);
      for (const { key: option } of card.options)
        this.options.set(this.option(card.key, option), { card: card.key, option });
    }
    for (const id of this.standIns) this.learn(id);
  }

  /** A post, an inject or a message. Ids that an app made up say nothing and stay. */
  ref(real: string): string {
    if (UUID.test(real)) return this.standIns.has(real) ? this.named('ref', real) : real;
    const statement = real.startsWith(STATEMENT) ? real.slice(STATEMENT.length) : '';
    return UUID.test(statement) ? STATEMENT + this.ref(statement) : this.named('ref', real);
  }

  card(real: string): string {
    return this.named('card', real);
  }

  option(card: string, real: string): string {
    return this.named('option', `${card}/${real}`);
  }

  persona(real: string): string {
    return this.named('persona', real);
  }

  /** What somebody means by a name that they were shown; real names mean nothing. */
  realRef(shown: string, posts: Posts): string {
    const known = this.known.get(shown);
    if (known !== undefined) return known;
    if (shown.startsWith(STATEMENT) && UUID.test(shown.slice(STATEMENT.length)))
      return STATEMENT + this.realRef(shown.slice(STATEMENT.length), posts);
    if (!UUID.test(shown)) return NOTHING;
    for (const post of Object.keys(posts)) if (!this.learnt.has(post)) this.learn(post);
    return this.known.get(shown) ?? (this.standIns.has(shown) ? NOTHING : shown);
  }

  realCard(shown: string): string {
    return this.cards.get(shown) ?? NOTHING;
  }

  realOption(card: string, shown: string): string {
    const found = this.options.get(shown);
    return found?.card === card ? found.option : NOTHING;
  }

  private learn(real: string): void {
    this.learnt.add(real);
    this.known.set(this.ref(real), real);
  }

  private named(kind: string, real: string): string {
    const hex = createHmac('sha256', this.secret).update(`${kind}:${real}`).digest('hex');
    // Looks like the ids that apps make, so that nobody can tell the one from the other.
    const variant = '89ab'[parseInt(hex[16]!, 16) % 4]!;
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}

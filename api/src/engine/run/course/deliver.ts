import type { DecisionCardDocument, Effect, InjectDocument, OpenCard } from '@readyroom/contract';
import { quantise } from '../../numbers/index.js';
import { nextInt, stream } from '../../random/index.js';
import { showPosts } from '../../feed/show-posts.js';
import { emit, isPlayed, type Run } from '../context.js';
import { openExpectations } from './expectations.js';
import { enterPhase } from './phases.js';
import { senderOf } from './senders.js';
import { own } from '../own.js';

/** Whether an inject may still come by itself. */
export const isPending = ({ state }: Run, { key }: InjectDocument): boolean =>
  !Object.hasOwn(state.delivered, key) &&
  !Object.hasOwn(state.held, key) &&
  !Object.hasOwn(state.skipped, key);

/** Brings an inject: to the feed or into inboxes, opens its card and what is expected, and lets its effects begin. */
export function deliver(run: Run, inject: InjectDocument): void {
  const { state } = run;
  const { key, to, channel, card } = inject;
  const text = own(state.edited ?? {}, key) ?? inject.text;
  const from = senderOf(run, inject.from);
  state.delivered[key] = run.at;
  delete state.held[key];
  if (card) state.cards[card.key] = { inject: key, to: seatsOf(to), dueAt: dueAt(run, card), closed: null };
  const shown = card ? openCard(run, card) : null;
  emit(run, to === 'feed' ? 'all' : to, {
    kind: 'inject',
    inject: key,
    from,
    channel,
    to,
    text,
    card: shown,
  });
  if (to === 'feed') {
    state.crisisAt ??= run.at;
    showPosts(run, [{ id: `i-${key}`, channel, from, text }]);
  } else askSimulated(run, key, to);
  openExpectations(run, inject);
  applyEffects(run, inject.effects);
}

const seatsOf = (to: InjectDocument['to']): string[] => (to === 'feed' ? [] : to);
const dueAt = ({ at }: Run, { minutes }: DecisionCardDocument): number => at + minutes * 60;

const openCard = (run: Run, card: DecisionCardDocument): OpenCard => ({
  key: card.key,
  seat: card.seat,
  prompt: card.prompt,
  dueAt: dueAt(run, card),
  default: card.default,
  options: shuffled(run, card),
});

/** In an order of the run's own: that of the author would tell which option is thought best. */
function shuffled({ state }: Run, { key: card, options }: DecisionCardDocument): OpenCard['options'] {
  const s = stream(state.seed, `options:${card}`);
  const left = options.map(({ key, label }) => ({ key, label }));
  return options.map(() => left.splice(nextInt(s, left.length), 1)[0]!);
}

/** Simulated seats take their time to acknowledge. */
export function askSimulated(run: Run, what: string, seats: readonly string[]): void {
  for (const seat of seats) if (!isPlayed(run, seat)) run.state.unanswered.push({ what, seat, at: run.at });
}

export function applyEffects(run: Run, effects: readonly Effect[]): void {
  for (const effect of effects) applyEffect(run, effect);
}

function applyEffect(run: Run, effect: Effect): void {
  const { state, lookup } = run;
  if ('shock' in effect) state.shocks.push({ ...effect.shock, from: state.opinion.minute });
  else if ('attribution' in effect)
    state.attributionShift = quantise(state.attributionShift + effect.attribution);
  else if ('set' in effect) state.variables[effect.set.variable] = effect.set.to;
  else if ('phase' in effect) enterPhase(run, effect.phase);
  else {
    const inject = lookup.injects.get(effect.fire);
    // Held and skipped injects come too: the story asks for them. What came already does not come again.
    if (inject && own(state.delivered, inject.key) === undefined) deliver(run, inject);
  }
}

/** Takes an option of an open card, whoever took it, and lets what follows begin. */
export function closeCard(
  run: Run,
  card: DecisionCardDocument,
  taken: {
    readonly option: string;
    readonly by: 'player' | 'time' | 'stand_in';
    readonly confidence?: number;
    readonly rationale?: string;
  },
): void {
  const opened = own(run.state.cards, card.key)!;
  const option = card.options.find(({ key }) => key === taken.option) ?? card.options[0]!;
  opened.closed = { option: option.key, by: taken.by };
  emit(run, [card.seat, ...opened.to], {
    kind: 'card_closed',
    card: card.key,
    seat: card.seat,
    option: option.key,
    by: taken.by,
    confidence: taken.confidence ?? null,
    rationale: taken.rationale ?? null,
    consequence: option.consequence,
  });
  applyEffects(run, option.effects);
}

import type { PlayerAction } from '@readyroom/contract';
import { isDeepStrictEqual } from 'node:util';
import { NOTHING, type Posts, type Veil } from './veil.js';

/** How each kind of name in an action is put into other words. */
interface Words {
  ref(name: string): string;
  card(name: string): string;
  option(card: string, name: string): string;
}

function reworded(action: PlayerAction, { ref, card, option }: Words): PlayerAction {
  switch (action.kind) {
    case 'acknowledge':
      return { ...action, what: ref(action.what) };
    case 'decide':
      return { ...action, card: card(action.card), option: option(action.card, action.option) };
    case 'draft_statement':
      return {
        ...action,
        statement: ref(action.statement),
        ...(action.corrects !== undefined && { corrects: ref(action.corrects) }),
      };
    case 'submit_statement':
    case 'approve_statement':
    case 'return_statement':
    case 'publish_statement':
      return { ...action, statement: ref(action.statement) };
    case 'reply':
      return { ...action, post: ref(action.post) };
    case 'message':
      return {
        ...action,
        message: ref(action.message),
        ...(action.about !== undefined && { about: ref(action.about) }),
      };
    case 'triage':
      return {
        ...action,
        post: ref(action.post),
        duplicateOf: action.duplicateOf && ref(action.duplicateOf),
      };
    case 'file_sitrep':
      return { ...action, sitrep: ref(action.sitrep), posts: action.posts.map(ref) };
    case 'notify':
    case 'contact':
    case 'set_threshold':
    case 'raise_alert':
    case 'open_plan':
      return action;
  }
}

/** What a player means, in the words of the log. `posts` are those of the run by now. */
export const unveiled = (veil: Veil, action: PlayerAction, posts: Posts): PlayerAction =>
  reworded(action, {
    ref: (name) => veil.realRef(name, posts),
    card: (name) => veil.realCard(name),
    option: (card, name) => veil.realOption(veil.realCard(card), name),
  });

/** What stands in the log, in the words of players. */
export const shownAction = (veil: Veil, logged: PlayerAction): PlayerAction =>
  reworded(logged, {
    ref: (name) => (name === NOTHING ? NOTHING : veil.ref(name)),
    card: (name) => (name === NOTHING ? NOTHING : veil.card(name)),
    option: (card, name) => (name === NOTHING ? NOTHING : veil.option(card, name)),
  });

/** Whether what a player sent is what stands in the log; names that meant nothing are not kept there. */
export function isSaid(veil: Veil, logged: PlayerAction, sent: PlayerAction): boolean {
  const shown = shownAction(veil, logged);
  const names = namesOf(shown);
  let n = 0;
  const blank = (name: string): string => (names[n++] === NOTHING ? NOTHING : name);
  return isDeepStrictEqual(
    shown,
    reworded(sent, { ref: blank, card: blank, option: (_, name) => blank(name) }),
  );
}

/** In the order in which they are put into other words. */
function namesOf(action: PlayerAction): string[] {
  const names: string[] = [];
  const note = (name: string): string => {
    names.push(name);
    return name;
  };
  reworded(action, { ref: note, card: note, option: (_, name) => note(name) });
  return names;
}

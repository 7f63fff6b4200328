import type { DrillEventBody, FeedPost, OpenCard, Sender } from '@readyroom/contract';
import type { Veil } from './veil.js';

/** What happened, with the names that players know. */
export function veiledBody(veil: Veil, body: DrillEventBody): DrillEventBody {
  const ref = (real: string): string => veil.ref(real);
  switch (body.kind) {
    case 'inject':
      return {
        ...body,
        inject: ref(body.inject),
        from: sender(veil, body.from),
        card: body.card && card(veil, body.card),
      };
    case 'card_closed':
      return { ...body, card: veil.card(body.card), option: veil.option(body.card, body.option) };
    case 'posts':
      return { ...body, posts: body.posts.map((one) => post(veil, one)) };
    case 'engagement':
      return { ...body, changes: body.changes.map((one) => ({ ...one, id: ref(one.id) })) };
    case 'message':
      return { ...body, message: ref(body.message), about: body.about && ref(body.about) };
    case 'acknowledged':
      return { ...body, what: ref(body.what) };
    case 'statement':
      return { ...body, statement: ref(body.statement), corrects: body.corrects && ref(body.corrects) };
    case 'sitrep':
      return { ...body, posts: body.posts.map(ref) };
    case 'triaged':
      return { ...body, post: ref(body.post), duplicateOf: body.duplicateOf && ref(body.duplicateOf) };
    default:
      return body;
  }
}

const post = (veil: Veil, { replyTo, ...one }: FeedPost): FeedPost => ({
  ...one,
  id: veil.ref(one.id),
  from: sender(veil, one.from),
  replyTo: replyTo && veil.ref(replyTo),
});

const sender = (veil: Veil, from: Sender): Sender =>
  from.kind === 'persona' && from.key !== null ? { ...from, key: veil.persona(from.key) } : from;

const card = (veil: Veil, one: OpenCard): OpenCard => ({
  ...one,
  key: veil.card(one.key),
  default: veil.option(one.key, one.default),
  options: one.options.map(({ key, label }) => ({ key: veil.option(one.key, key), label })),
});

import type { Text } from '@readyroom/contract';

const CHINESE_MAX = 16;
const ENGLISH_MAX = 44;
const SHORT = 5;

/** What a post is about, in a line for the trending board: its hashtag, or else how it begins. */
export const labelOf = ({ zh, en }: Text): { zh: string; en: string } => ({
  zh: hashtag(zh) ?? beginning(zh, CHINESE_MAX, /[，。！？；：,.!?;:\n]/),
  en: hashtag(en) ?? words(beginning(en, ENGLISH_MAX + 20, /[.!?;:\n]/)),
});

function hashtag(text: string): string | null {
  const tag = /#([^#\s][^#\n]{0,30})#/.exec(text) ?? /#([^\s#,.!?;:，。！？；：]{2,30})/.exec(text);
  return tag ? tag[1]!.trim() : null;
}

/** Up to the first stop that leaves more than a word or two, at most `max` characters. */
function beginning(text: string, max: number, stops: RegExp): string {
  const characters = [...text.trim()];
  const stop = characters.findIndex((c, i) => i >= SHORT && stops.test(c));
  const part = stop === -1 ? characters : characters.slice(0, stop);
  return part.length > max ? `${part.slice(0, max).join('')}…` : part.join('');
}

/** Cut between words. */
function words(text: string): string {
  if (text.length <= ENGLISH_MAX) return text;
  const cut = text.lastIndexOf(' ', ENGLISH_MAX);
  return `${text.slice(0, cut > 0 ? cut : ENGLISH_MAX).replace(/[\s,…]+$/, '')}…`;
}

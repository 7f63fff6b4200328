/** Why a message has no words: it is not written yet, or it has been kept long enough. */
export const wordless = (state: string): 'unwritten' | 'emptied' =>
  ['planned', 'sending', 'suppressed'].includes(state) ? 'unwritten' : 'emptied';

/** First character of a name, whatever plane of Unicode it is from. */
export const initialOf = (name: string): string => Array.from(name)[0] ?? '';

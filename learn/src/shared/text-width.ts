/** Rough width of a text in a 12-pixel font: Chinese characters are square, others about half as wide. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((width, char) => width + (/[\u2e80-\uffef]/.test(char) ? 12 : 7), 0);

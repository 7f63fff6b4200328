/** The content folder cannot be imported as it is. The message is for an operator and says what to do. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

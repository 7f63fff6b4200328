/** What comes out of reading a file that is not what it should be. Whoever asked for it makes a refusal of their own of it. */
export class FileUnreadable extends Error {
  override readonly name = 'FileUnreadable';

  constructor(
    message: string,
    /** Where, as far as it is known. */
    readonly line?: number,
  ) {
    super(message);
  }
}

/** The file, or what is packed into it, is more than the reader takes. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

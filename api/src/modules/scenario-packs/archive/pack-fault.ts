import type { PackFault } from '@readyroom/contract';

/** What is wrong with a pack, and with which of its files. */
export class BrokenPack extends Error {
  override readonly name = 'BrokenPack';

  constructor(
    readonly fault: PackFault,
    readonly file = 'file',
    readonly note = '',
  ) {
    super(`${file}: ${fault}${note && ` (${note})`}`);
  }
}

import { describeCatalogues } from '../../shared/i18n/catalogue-rules.js';
import { en, zh } from './words.js';

describe('words of a program', () => {
  describeCatalogues(zh, en);
});

import { describeCatalogues } from '../i18n/catalogue-rules.js';
import { en, zh } from './feed-words.js';

describe('words of the calendar feed', () => {
  describeCatalogues(zh, en);
});

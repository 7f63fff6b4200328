import { describeCatalogues } from '../../../shared/i18n/catalogue-rules.js';
import { en } from './en.js';
import { zh } from './zh.js';

describe('words of a drill', () => {
  describeCatalogues(zh, en);
});

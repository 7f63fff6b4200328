import type { ScenarioDocument } from '@readyroom/contract';
import { checkBranches } from './rules/check-branches.js';
import { checkCards } from './rules/check-cards.js';
import { checkCast } from './rules/check-cast.js';
import { checkFeed } from './rules/check-feed.js';
import { checkInjects } from './rules/check-injects.js';
import { checkKeys } from './rules/check-keys.js';
import { checkLanguages } from './rules/check-languages.js';
import { checkReferences } from './rules/check-references.js';
import { checkDocumentIds } from './document-ids.js';
import { placedInjects, type Checked, type Finding } from './finding.js';

/**
 * Everything that is wrong with a scenario though it has its shape, by docs/SCENARIOS.md. `courses` are the slugs that
 * there are; null where nobody knows.
 */
export function lintScenario(document: ScenarioDocument, courses: ReadonlySet<string> | null): Finding[] {
  const findings: Finding[] = [];
  const checked: Checked = {
    document,
    injects: placedInjects(document),
    say: (path, en, zh) => findings.push({ path, message: { en, zh } }),
  };
  checkKeys(checked);
  checkReferences(checked, courses);
  // What dangles makes the other rules complain about the same mistake once more.
  const dangling = findings.length > 0;
  checkInjects(checked);
  checkCards(checked);
  if (!dangling) checkBranches(checked);
  checkCast(checked);
  checkFeed(checked);
  checkLanguages(document, checked.say);
  return findings;
}

class Found extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message.en);
  }
}

/** What a run of this document would trip over first: a key that is there twice or not at all. */
export function firstDangling(document: ScenarioDocument): Finding | null {
  // One is enough to refuse a document, and somebody may have written thousands.
  const say: Checked['say'] = (path, en, zh) => {
    throw new Found({ path, message: { en, zh } });
  };
  const checked: Checked = { document, injects: placedInjects(document), say };
  try {
    checkKeys(checked);
    checkReferences(checked, null);
    checkDocumentIds(document, say);
    return null;
  } catch (error) {
    if (error instanceof Found) return error.finding;
    throw error;
  }
}

/** The same for a document that comes from elsewhere than the content folder, whose files have their ids checked. */
export function lintDocument(document: ScenarioDocument, courses: ReadonlySet<string> | null): Finding[] {
  const findings = lintScenario(document, courses);
  checkDocumentIds(document, (path, en, zh) => findings.push({ path, message: { en, zh } }));
  return findings;
}

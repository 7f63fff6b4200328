import { TIERS } from '@readyroom/contract';
import { checkCase } from './check-case.js';
import { checkTexts } from './check-texts.js';
import type { Placed } from '../source/source-folder.js';
import type { SourceLesson } from '../source/source-schema.js';
import { textsOfLesson } from '../source/source-texts.js';
import { isFor } from '../tier-view.js';

/** A lesson says something to every tier that gets it, and nothing to a tier that does not. */
export function checkLesson({ source, data }: Placed<SourceLesson>): void {
  for (const tier of TIERS)
    if (isFor(tier, data) && !data.blocks.some((block) => isFor(tier, block)))
      source.report(
        ['blocks'],
        `The tier ${tier} gets this lesson but no block of it: add one, or limit the lesson`,
      );
  data.blocks.forEach((block, b) => {
    const lost = (block.tiers ?? []).filter((tier) => !isFor(tier, data));
    if (lost.length)
      source.report(
        ['blocks', b, 'tiers'],
        `This lesson is not for ${lost.join(', ')}: nobody would see the block`,
      );
  });
  if (data.case) checkCase(data.case, (path, message) => source.report(path, message));
  checkTexts(source, textsOfLesson(data));
  if (!/\/\d\d-[a-z0-9-]+\.yaml$/.test(source.file))
    source.report([], 'Name a lesson file after its place and topic, such as 03-desk-card.yaml');
}

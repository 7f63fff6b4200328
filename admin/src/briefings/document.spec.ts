import { BriefingDocument, placeholdersIn } from '@readyroom/contract';
import {
  documentOf,
  draftOf,
  EMPTY,
  filled,
  gapsIn,
  isFilled,
  isWhole,
  type DocumentDraft,
} from './document.js';

const said = (text: string) => ({ zh: `${text}。`, en: text });
const draft = (changes: Partial<DocumentDraft> = {}): DocumentDraft => ({
  ...EMPTY,
  title: said('{{system}} down'),
  facts: said('Since {{time}} {{ system }} is down'),
  act: said('Call {{hotline}}'),
  avoid: said('No guesses'),
  ask: said('{{hotline}}'),
  ...changes,
});

describe('A flash briefing in the form', () => {
  it('should be whole only with both languages and something to do or to say', () => {
    expect(isWhole(draft())).toBe(true);
    expect(isWhole(draft({ act: { zh: '', en: '' } }))).toBe(false);
    expect(isWhole(draft({ act: { zh: '', en: '' }, say: said('We check') }))).toBe(true);
    expect(isWhole(draft({ unknown: { zh: '还不清楚', en: ' ' } }))).toBe(false);
    expect(isWhole(draft({ title: { zh: '', en: 'Down' } }))).toBe(false);
  });

  it('when whole it should be what the contract takes, and come back from it as it was', () => {
    const document = documentOf(draft());
    expect(BriefingDocument.parse(document)).toEqual(document);
    expect(document).toMatchObject({ unknown: null, say: null });
    expect(draftOf(document)).toEqual(draft());
  });

  it('should see the same gaps as the server, and fill each wherever it stands', () => {
    expect(gapsIn(draft())).toEqual(['system', 'time', 'hotline']);
    expect(gapsIn(draft()).sort()).toEqual(placeholdersIn(documentOf(draft())).sort());
    const filling = {
      system: { zh: '直播', en: 'Live' },
      hotline: { zh: '8001', en: '8001' },
      time: { zh: '9 点', en: '' },
    };
    const done = filled(draft(), filling);
    expect(done.facts).toEqual({ zh: 'Since 9 点 直播 is down。', en: 'Since {{time}} Live is down' });
    expect(gapsIn(done)).toEqual(['time']);
    expect([isFilled('hotline', filling), isFilled('time', filling), isFilled('other', filling)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

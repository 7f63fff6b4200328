/** The English counterpart, put together in the same way. Phrases are set apart by semicolons. */
export const EN_WORDS: readonly (readonly [weight: number, words: string])[] = [
  [
    -3,
    'liar; liars; scam; scammer; fraud; fraudster; crook; disgusting; shameless; despicable; evil; criminals; thieves; ' +
      'troll; trolls; haters; idiot; idiots; morons; get lost; ripped off; blood on your hands; mob; ulterior motives; ' +
      'smear campaign; keyboard warriors; sick of you; pathetic; corrupt',
  ],
  [
    -2,
    'cover up; coverup; covered up; hiding; lied; lying; lies; outrage; outraged; outrageous; furious; angry; disgrace; ' +
      'disgraceful; negligent; negligence; reckless; irresponsible; arrogant; careless; boycott; lawsuit; sue; abuse; ' +
      'harassment; discrimination; insulting; unacceptable; ignored; deleted posts; censored; betrayed; cheated; stolen; ' +
      'sold our data; malicious; slander; defamation; legal action; your own fault; user error; not our problem; ' +
      'not our fault; at your own risk; stonewalling; excuses; gaslighting; dishonest; greedy; bots; unfounded',
  ],
  [
    -1,
    'disappointed; disappointing; unhappy; worried; worry; afraid; scared; panic; chaos; leak; leaked; breach; exposed; ' +
      'outage; down; crash; crashed; broken; bug; glitch; error; failed; failure; delay; delayed; slow; useless; confusing; ' +
      'annoying; ridiculous; doubt; rumour; rumor; lost; missing; charged twice; overcharged; refund refused; no answer; ' +
      'no reply; unsubscribe; uninstalling; complaint; complain; misunderstanding; exaggerated; hype; danger; dangerous; ' +
      'injured; sick; penalty; frightening; bad; terrible; awful; worse; worst',
  ],
  [
    1,
    'understand; explain; explained; update; updates; inform; publish; transparent; open; clear; investigate; ' +
      'investigating; investigation; checking; repair; repaired; restore; restored; fix; fixed; resolve; resolved; improve; ' +
      'improving; cooperate; contact us; help; helping; support; hotline; remind; patient; hope; follow up; answer; reply; ' +
      'listen; listening; stable; working again; priority; progress; confirm; confirmed; okay',
  ],
  [
    2,
    'sorry; apologise; apologize; apology; apologies; regret; thank; thanks; thank you; grateful; appreciate; ' +
      'responsible; take responsibility; accountable; compensate; compensation; refund; refunded; reimburse; protect; ' +
      'protected; safe; safety; secure; trust; honest; sincere; reassured; satisfied; great; good; helpful; professional; ' +
      'reliable; well done; third party; independent; evidence; test report; own up; learn from; friendly; fair',
  ],
  [
    3,
    'deeply sorry; sincerely apologise; sincerely apologize; unreservedly apologise; unreservedly apologize; ' +
      'heartfelt thanks; full refund; refund in full; full responsibility; pay in full; independent inquiry; ' +
      'independent investigation; trustworthy; excellent; impressed; moved to tears; made it right',
  ],
];

export const EN_NEGATIONS =
  "not; no; never; none; nobody; nothing; without; cannot; can't; won't; don't; doesn't; didn't; isn't; aren't; wasn't; " +
  "weren't; haven't; hasn't; wouldn't; shouldn't; couldn't; hardly; neither; nor; fail to; failed to; refuse to; refused to";

export const EN_DEGREES: readonly (readonly [factor: number, words: string])[] = [
  [2, 'extremely; utterly; completely; absolutely; totally; most'],
  [
    1.5,
    'very; really; so; too; deeply; truly; highly; seriously; sincerely; such; especially; more and more',
  ],
  [0.6, 'a bit; a little; slightly; somewhat; fairly; rather; kind of; sort of; partly'],
];

export const EN_QUESTIONS =
  'why; when; how; who; where; which; what; is it true; can anybody; can anyone; does anyone; anybody know; is there; are you; ' +
  'will you; can you; how long; please tell';

/** Hold a negation or degree within them, but say neither. */
export const EN_PLAIN =
  'not only; no doubt; no matter what; so that; so far; most of; at most; not least; why not; no later than';

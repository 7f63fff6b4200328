import { count } from './count.js';
import type { zhWatch } from './zh-watch.js';

export const enWatch: typeof zhWatch = {
  watch: {
    title: 'Evaluate',
    titleObserver: 'What I see',
    kept: 'The moment of the tap is kept with it. Without a line it waits on this device and is sent later.',
    waiting: (n) => `${count(n, 'remark', 'remarks')} on this device, waiting to be sent`,
    lost: 'The line is lost. You can read on and put down what you see: it is kept on this device, sent later, and counts for the moment of the tap.',
    note: 'Note this moment',
    about: 'Rating of',
    team: 'The whole team',
    objectives: 'Objectives',
    ratings: {
      P: 'no trouble',
      S: 'some trouble',
      M: 'major trouble',
      U: 'not done',
    },
    waits: 'waiting',
    sent: 'recorded',
    addWords: 'Add words',
    words: 'Words to the rating',
    save: 'Save',
    moment: (time) => `Moment ${time} (scenario time)`,
    seen: 'What did you see?',
    objective: 'Objective',
    noObjective: 'None in particular',
    notes: 'Notes',
    noNotes: 'No notes yet.',
    refused: 'The drill did not take this; keep it elsewhere if you need it:',
  },
};

import type { Certification, CourseCard, LearnerHome } from '@readyroom/contract';
import { isAsked, isToldByProgram } from '../../shared/programs/program-order.js';

export interface HomeOrder {
  /** The one obvious next thing. */
  next: CourseCard | null;
  /** Other unfinished courses that no program tells of. */
  due: CourseCard[];
  /** How many courses are still to be done, in programs or not. */
  open: number;
}

/** Each thing that is asked of a learner once: with its program, or by itself; what is waived does not come first. */
export function homeOrder(home: LearnerHome, programs: readonly Certification[]): HomeOrder {
  const courses = home.continue ? [home.continue, ...home.due] : home.due;
  const asked = courses.filter((card) => isAsked(card, programs));
  const next = asked[0] ?? null;
  return {
    next,
    due: asked.filter((card) => card !== next && !isToldByProgram(card, programs)),
    open: asked.length,
  };
}

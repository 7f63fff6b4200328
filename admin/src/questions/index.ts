import { QuestionList } from './QuestionList.js';
import { QuestionShow } from './QuestionShow.js';

export const questions = { list: QuestionList, show: QuestionShow };

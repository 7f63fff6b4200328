import { lazy } from 'react';
import type { Program } from '../providers/contract.js';
import { ProgramList } from './ProgramList.js';
import { ProgramShow } from './ProgramShow.js';

const editor = () => import('./editor/ProgramEditor.js');
const NewProgram = lazy(() => editor().then((module) => ({ default: module.NewProgram })));
const EditProgram = lazy(() => editor().then((module) => ({ default: module.EditProgram })));

export const programs = {
  list: ProgramList,
  show: ProgramShow,
  create: NewProgram,
  edit: EditProgram,
  recordRepresentation: (program: Program) => program.document.title.zh,
};

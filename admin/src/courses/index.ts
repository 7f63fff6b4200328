import { lazy } from 'react';
import type { Course } from '../providers/contract.js';
import { CourseList } from './CourseList.js';
import { CourseShow } from './CourseShow.js';

export const courses = {
  list: CourseList,
  show: CourseShow,
  recordRepresentation: (course: Course) => course.title.zh,
};

export const PreviewPage = lazy(() =>
  import('./preview/PreviewPage.js').then((module) => ({ default: module.PreviewPage })),
);

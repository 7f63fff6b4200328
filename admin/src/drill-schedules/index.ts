import { lazy } from 'react';
import type { DrillSchedule } from '../providers/contract.js';
import { ScheduleList } from './ScheduleList.js';

export const drillSchedules = {
  list: ScheduleList,
  create: lazy(() =>
    import('./form/ScheduleCreate.js').then((module) => ({ default: module.ScheduleCreate })),
  ),
  edit: lazy(() => import('./form/ScheduleEdit.js').then((module) => ({ default: module.ScheduleEdit }))),
  show: lazy(() => import('./show/ScheduleShow.js').then((module) => ({ default: module.ScheduleShow }))),
  recordRepresentation: (schedule: DrillSchedule) => schedule.title,
};

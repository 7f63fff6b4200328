import type { RaRecord } from 'react-admin';
import type { ImprovementAction, Person, ReadinessPerson } from './contract.js';

/**
 * What the data provider knows of a resource beyond its name. Without an entry, records live at `/api/<name>`, a list
 * answers `{ items, total }`, and every field of a form is sent.
 */
export interface ResourceRules {
  /** Address below /api when it is not the name of the resource. */
  path?: string;
  /** The list has no pages: it comes whole and is sorted and searched here. */
  whole?: true;
  /** The list takes `id` several times, so references are read in one call. */
  manyById?: true;
  /** Adds the fields a form edits (`departmentId`) to what the API answers (`department`). */
  toForm?: (record: never) => RaRecord;
  /** Fields that create and update may send. */
  writable?: readonly string[];
}

const PERSON_FIELDS = [
  'employeeNo', 'name', 'englishName', 'email', 'phone', 'departmentId', 'position', 'tier', 'managerId', 'hireDate',
  'location', 'timeZone', 'locale', 'status', 'roles', 'scopeDepartmentId', 'tags',
] as const; // prettier-ignore

export const RESOURCES: Record<string, ResourceRules> = {
  people: {
    manyById: true,
    writable: PERSON_FIELDS,
    toForm: (person: Person) => ({
      ...person,
      departmentId: person.department.id,
      managerId: person.manager?.id ?? null,
    }),
  },
  'recorded-people': { path: 'audit/people', manyById: true },
  departments: { whole: true, writable: ['name', 'parentId'] },
  'people-imports': {},
  topics: { whole: true },
  'completion-rows': { path: 'completion/rows' },
  'certification-people': { path: 'certification/people' },
  'analytics-people': { path: 'analytics/people' },
  'readiness-people': {
    path: 'readiness/people',
    // A list has an id in each line; a person alone has it inside.
    toForm: (one: ReadinessPerson) => ({ ...one, id: one.person.id }),
  },
  'improvement-actions': {
    writable: ['what', 'ownerId', 'startOn', 'dueOn', 'status', 'proof'],
    toForm: (action: ImprovementAction) => ({ ...action, ownerId: action.owner.id }),
  },
};

import { useTranslate } from 'react-admin';
import type { AuditChange, AuditRecord } from '../providers/contract.js';
import { useFormat } from '../shared/useFormat.js';
import { useText } from '../shared/useLocale.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** Values of these columns are words of the product. */
const WORDED: Record<string, string> = {
  tier: 'tier',
  tiers: 'tier',
  roles: 'role',
  locale: 'locale',
  status: 'resources.audit.value',
  due_kind: 'resources.audit.value',
  kind: 'resources.audit.value',
};
/** What these made is there for the first time: it had no value before. */
const MAKING = /^(create|waive$)/;

/** Entries of the audit trail in words. */
export function useAuditWords() {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.audit.${key}`, options);

  const value = ({ names }: Pick<AuditRecord, 'names'>, field: string, it: unknown): string => {
    if (it === null || it === undefined || (Array.isArray(it) && it.length === 0)) return T('nothing');
    if (typeof it === 'boolean') return translate(it ? 'common.yes' : 'common.no');
    if (Array.isArray(it)) return it.map((one) => value({ names }, field, one)).join(T('comma'));
    const text = typeof it === 'object' ? JSON.stringify(it) : String(it as string | number);
    const group = WORDED[field];
    if (group) return translate(`${group}.${text}`, { _: text });
    if (text === 'infinity') return T('forever');
    if (DAY.test(text)) return format.day(text);
    if (INSTANT.test(text)) return format.instant(text);
    return text.replace(UUID, (id) => (names[id] ? textIn(names[id]) : T('gone')));
  };

  return {
    /** What was done. */
    action: ({ action, subject }: AuditRecord): string => {
      const own = T(`action.${action}`, { _: '' });
      return own && !['create', 'change', 'delete'].includes(action)
        ? own
        : T(`did.${action}`, { what: T(`table.${subject ?? 'other'}`, { _: subject ?? '' }), _: action });
    },
    change: (entry: AuditRecord, { field, before, after, hidden }: AuditChange): string => {
      const name = T(`column.${field}`, { _: field });
      const isNew = MAKING.test(entry.action);
      if (hidden) return T(isNew ? 'given_hidden' : 'changed_hidden', { field: name });
      const now = value(entry, field, after);
      return isNew
        ? T('given', { field: name, after: now })
        : T('changed', { field: name, before: value(entry, field, before), after: now });
    },
  };
}

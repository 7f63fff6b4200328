import { useTranslate } from 'react-admin';
import type { AuditChange, AuditRecord } from '../providers/contract.js';
import { useText } from '../shared/useLocale.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** Values of these columns are words of the product. */
const WORDED: Record<string, string> = {
  tier: 'tier',
  tiers: 'tier',
  roles: 'role',
  status: 'resources.audit.value',
  due_kind: 'resources.audit.value',
  kind: 'resources.audit.value',
};

/** Entries of the audit trail as sentences. */
export function useAuditWords() {
  const translate = useTranslate();
  const textIn = useText();
  const T = (key: string, options?: object) => translate(`resources.audit.${key}`, options);

  const nobody = T('nobody');
  const value = ({ names }: AuditRecord, field: string, it: unknown): string => {
    if (it === null || it === undefined || (Array.isArray(it) && it.length === 0)) return T('nothing');
    if (typeof it === 'boolean') return translate(it ? 'common.yes' : 'common.no');
    if (Array.isArray(it))
      return it.map((one) => value({ names } as AuditRecord, field, one)).join(T('comma'));
    const text = typeof it === 'object' ? JSON.stringify(it) : String(it as string | number);
    const group = WORDED[field];
    if (group) return translate(`${group}.${text}`, { _: text });
    return text.replace(UUID, (id) => (names[id] ? textIn(names[id]) : id));
  };

  return {
    actor: ({ actor }: AuditRecord): string => (actor ? actor.name || nobody : T('product')),
    /** What was done, and with whom or what. */
    sentence: (entry: AuditRecord): string => {
      const { action, subject, person, subjectName } = entry;
      const own = T(`action.${action}`, { _: '' });
      const what =
        own && !['create', 'change', 'delete'].includes(action)
          ? own
          : T(`did.${action}`, { what: T(`table.${subject ?? 'other'}`, { _: subject ?? '' }), _: action });
      const about = [person && (person.name || nobody), subjectName && textIn(subjectName)].filter(Boolean);
      return about.length > 0 ? T('about', { what, about: about.join(T('comma')) }) : what;
    },
    change: (entry: AuditRecord, { field, before, after, hidden }: AuditChange): string => {
      const name = T(`column.${field}`, { _: field });
      if (hidden) return T('changed_hidden', { field: name });
      return T('changed', {
        field: name,
        before: value(entry, field, before),
        after: value(entry, field, after),
      });
    },
  };
}

import { namesIn, PLAIN, REGISTER, personalColumns } from './register.js';
import type { LegalBasis, OnErasure } from './register.types.js';

const BASIS: Record<LegalBasis, string> = {
  employment: 'managing staff',
  duty: 'duty of the law',
  security: 'security',
  interest: 'knowing who did what',
};
const ACTION: Record<OnErasure, string> = {
  pseudonym: 'pseudonym',
  null: 'emptied',
  delete: 'row deleted',
  redact: 'text without names',
  keep: 'stays',
  secret: 'row deleted, never exported',
};

/** The table of docs/PRIVACY.md, one line for each table of the database. */
export function registerDocument(): string {
  const lines = REGISTER.map((table) => {
    const actions = (Object.keys(ACTION) as OnErasure[]).flatMap((action) => {
      const names = personalColumns(table)
        .filter(({ onErasure }) => onErasure === action)
        .map(({ column }) => column);
      return names.length > 0 ? [`**${ACTION[action]}:** ${names.join(', ')}`] : [];
    });
    const { label, purpose, basis, retention } = table;
    return `| \`${table.table}\` ${label.zh} | ${purpose.en} · ${BASIS[basis]} | ${retention.en} | ${actions.join('; ') || `nothing personal: ${namesIn(table.plain).join(', ')}`} |`;
  });
  return [
    '| table | purpose · basis | kept | on erasure |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
    `Tables about nobody: ${PLAIN.map(({ table }) => `\`${table}\``).join(', ')}.`,
  ].join('\n');
}

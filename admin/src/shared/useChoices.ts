import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { AccessRole, Locale, PersonStatus, SignInState } from '../providers/contract.js';
import { TIERS } from './TierChip.js';

const STATUSES = ['active', 'left'] as const satisfies readonly PersonStatus[];
const SIGN_IN_STATES = ['never', 'invited', 'temporary', 'own'] as const satisfies readonly SignInState[];
const ROLES = ['employee', 'trainer', 'hr', 'admin', 'auditor'] as const satisfies readonly AccessRole[];
const LOCALES = ['zh-CN', 'en'] as const satisfies readonly Locale[];

/** The closed lists of the contract as choices of a react-admin input. */
export function useChoices() {
  const translate = useTranslate();
  return useMemo(() => {
    const of = (names: readonly string[], prefix: string) =>
      names.map((id) => ({ id, name: translate(`${prefix}.${id}`) }));
    return {
      tiers: of(TIERS, 'tier'),
      statuses: of(STATUSES, 'person_status'),
      signInStates: of(SIGN_IN_STATES, 'sign_in_state'),
      roles: of(ROLES, 'role'),
      locales: of(LOCALES, 'locale'),
    };
  }, [translate]);
}

import { AsyncLocalStorage } from 'node:async_hooks';

/** On whose behalf a request changes things. Transactions opened inside it are recorded in the audit trail. */
export interface AuditContext {
  readonly actorId: string;
  /** Operation of the interface: `updatePerson`. */
  readonly action: string;
  readonly kind: string;
  readonly subjectId: string | null;
  readonly personId: string | null;
  /** A transaction of this request has left an entry. */
  recorded: boolean;
  /** The answer is out: what still runs was started by the request, but is not it. */
  over: boolean;
}

const storage = new AsyncLocalStorage<AuditContext>();

/** Runs `work` as this actor. */
export const actingAs = <T>(context: AuditContext, work: () => T): T => storage.run(context, work);

/** The one whose request this is, when its changes are to be recorded. */
export const currentAudit = (): AuditContext | undefined => {
  const context = storage.getStore();
  return context?.over ? undefined : context;
};

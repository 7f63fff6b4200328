import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AccessRole, Locale, Permission, Tier } from '@readyroom/contract';

/** The signed-in person of a request. */
export interface Actor {
  readonly personId: string;
  readonly sessionId: string;
  readonly roles: readonly AccessRole[];
  readonly permissions: ReadonlySet<Permission>;
  readonly tier: Tier;
  readonly locale: Locale;
  readonly departmentId: string;
  /** Trainers and HR may be limited to the sub-tree of this department; null = whole organisation. */
  readonly scopeDepartmentId: string | null;
  readonly mustChangePassword: boolean;
  /** The newest notice on personal data is not accepted yet: nothing else opens. */
  readonly mustAcceptNotice: boolean;
  readonly byLink: boolean;
  readonly signedInAt: Date;
}

export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => context.switchToHttp().getRequest<{ user: Actor }>().user,
);

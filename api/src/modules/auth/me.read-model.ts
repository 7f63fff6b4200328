import { Injectable } from '@nestjs/common';
import type { Me } from '@readyroom/contract';
import type { Actor } from '../../platform/access/actor.js';
import { Database } from '../../platform/database/database.js';
import { ME } from './auth.sql.js';

interface Row extends Omit<
  Me,
  'mustChangePassword' | 'mustAcceptNotice' | 'allowedOperations' | 'signedInAt' | 'roles' | 'tier'
> {}

/** What the interfaces need to know about whoever is signed in. */
@Injectable()
export class MeReadModel {
  constructor(private readonly database: Database) {}

  async of(actor: Actor): Promise<Me> {
    const [row] = await this.database.prepared<Row>(ME.name, ME.text, [actor.personId]);
    return {
      ...row!,
      tier: actor.tier,
      roles: [...actor.roles],
      mustChangePassword: actor.mustChangePassword,
      mustAcceptNotice: actor.mustAcceptNotice,
      allowedOperations: [...actor.permissions],
      signedInAt: actor.signedInAt.toISOString(),
    };
  }
}

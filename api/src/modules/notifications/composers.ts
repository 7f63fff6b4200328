import { Injectable } from '@nestjs/common';
import type { DeliveryReason, NotificationKind, NotificationMessage } from '@readyroom/contract';
import type { Tx } from '../../platform/database/database.js';

/** A delivery whose message is written when it goes out. */
export interface Unwritten {
  readonly id: string;
  /** null = a group, by a robot. */
  readonly personId: string | null;
}
/** Its message, or why there is nothing to say any more. */
export type Written = { readonly message: NotificationMessage } | { readonly suppressed: DeliveryReason };

/** Writes the messages of one kind, many at once, with what is true at that moment; part of the transaction that sends. */
export interface Composer {
  compose(tx: Tx, deliveries: readonly Unwritten[]): Promise<ReadonlyMap<string, Written>>;
  /** Who should have got these has left, so they do not go out; part of the transaction that says so in the log. */
  unreached?(tx: Tx, deliveryIds: readonly string[]): Promise<void>;
}

/** Who writes which kind of message. Modules that plan messages register here, so that sending knows none of them. */
@Injectable()
export class Composers {
  private readonly of = new Map<NotificationKind, Composer>();

  register(kind: NotificationKind, composer: Composer): void {
    this.of.set(kind, composer);
  }

  async compose(
    tx: Tx,
    kind: NotificationKind,
    deliveries: readonly Unwritten[],
  ): Promise<ReadonlyMap<string, Written>> {
    return (await this.of.get(kind)?.compose(tx, deliveries)) ?? new Map();
  }

  async unreached(tx: Tx, kind: NotificationKind, deliveryIds: readonly string[]): Promise<void> {
    await this.of.get(kind)?.unreached?.(tx, deliveryIds);
  }
}

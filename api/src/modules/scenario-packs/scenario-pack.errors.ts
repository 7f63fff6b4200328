import type { PackFault } from '@readyroom/contract';
import { BadRequest, Conflict, NotFound, Refusal } from '../../platform/http/refusal.js';
import type { BrokenPack } from './archive/pack-fault.js';

export class ScenarioPackNotFound extends NotFound {
  constructor() {
    super('scenario_pack.not_found', 'There is no such scenario pack');
  }
}
export class SignerNotFound extends NotFound {
  constructor() {
    super('signer.not_found', 'There is no such signer');
  }
}
export class SignerIsOwn extends Conflict {
  constructor() {
    super('signer.own', 'This is the key of this installation');
  }
}
export class SignerKeyUnsound extends BadRequest {
  constructor() {
    super('signer.key_unsound', 'Whatever is signed with this key says nothing about who signed it', [
      { path: 'publicKey', message: 'Point of small order' },
    ]);
  }
}
export class ScenarioPackRejected extends Conflict {
  constructor() {
    super('scenario_pack.rejected', 'This pack was rejected');
  }
}
export class ScenarioPackNotRejected extends Conflict {
  constructor() {
    super('scenario_pack.not_rejected', 'This pack is not rejected');
  }
}
export class ScenarioPackQuarantined extends Conflict {
  constructor() {
    super('scenario_pack.quarantined', 'Nobody has said yet that the signer of this pack can be trusted');
  }
}
export class ScenarioPackAlreadyAccepted extends Conflict {
  constructor() {
    super('scenario_pack.already_accepted', 'This pack has been accepted before');
  }
}
export class ScenarioSlugTaken extends Conflict {
  constructor(slug: string) {
    super('scenario_pack.slug_taken', `Another scenario is called ${slug}`, [
      { path: 'slug', message: 'Name taken', values: { slug } },
    ]);
  }
}
export class RedactionBreaks extends Conflict {
  constructor(path: string, message: string) {
    super('scenario_pack.redaction_breaks', 'With names replaced this is no valid scenario any more', [
      { path, message },
    ]);
  }
}

const TOO_LARGE: readonly PackFault[] = ['too_large', 'too_many_entries'];
const SIGNATURE: readonly PackFault[] = ['signature_wrong', 'file_changed', 'hash_mismatch'];
const DOCUMENT: readonly PackFault[] = [
  'document_invalid',
  'nested_too_deeply',
  'too_many_values',
  'unstorable_text',
];

const detailsOf = ({ fault, file, note }: BrokenPack) => [
  { path: file, message: note || fault, values: { fault } },
];

class PackBroken extends BadRequest {
  constructor(broken: BrokenPack) {
    super('scenario_pack.broken', `This pack cannot be read: ${broken.message}`, detailsOf(broken));
  }
}
class PackTooLarge extends Refusal {
  constructor(broken: BrokenPack) {
    super(413, 'scenario_pack.too_large', `This pack is too large: ${broken.message}`, detailsOf(broken));
  }
}
class PackSignatureInvalid extends BadRequest {
  constructor(broken: BrokenPack) {
    super(
      'scenario_pack.signature_invalid',
      `This pack is not what was signed: ${broken.message}`,
      detailsOf(broken),
    );
  }
}
class PackDocumentInvalid extends BadRequest {
  constructor(broken: BrokenPack) {
    super(
      'scenario_pack.document_invalid',
      `The scenario in this pack is not valid: ${broken.message}`,
      detailsOf(broken),
    );
  }
}

export function refusalOf(broken: BrokenPack): Refusal {
  if (TOO_LARGE.includes(broken.fault)) return new PackTooLarge(broken);
  if (SIGNATURE.includes(broken.fault)) return new PackSignatureInvalid(broken);
  if (DOCUMENT.includes(broken.fault)) return new PackDocumentInvalid(broken);
  return new PackBroken(broken);
}

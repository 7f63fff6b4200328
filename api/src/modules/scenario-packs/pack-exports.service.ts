import { Injectable } from '@nestjs/common';
import { REDACTIONS, ScenarioDocument, type PackPreview, type Redaction } from '@readyroom/contract';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { ScenarioVersionNotFound, ScenarioVersions } from '../scenarios/index.js';
import { writePack } from './archive/pack.js';
import { redact, USUAL } from './redact.js';
import { RedactionBreaks } from './scenario-pack.errors.js';
import { SignersRepository } from './signers.repository.js';

interface Asked {
  readonly redact?: readonly Redaction[] | undefined;
  /** Further names, as the author lists them. */
  readonly names?: readonly string[] | undefined;
}

/** Scenarios on their way out. */
@Injectable()
export class PackExports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly versions: ScenarioVersions,
    private readonly signers: SignersRepository,
  ) {}

  /** What would leave, with the names that were replaced, for the author to read before it does. */
  async preview(versionId: string, asked: Asked): Promise<PackPreview> {
    return this.prepared(versionId, asked);
  }

  async export(versionId: string, asked: Asked): Promise<{ name: string; content: Buffer }> {
    const { document, redacted, number } = await this.prepared(versionId, asked);
    const created = this.clock.now();
    return this.database.transaction(async (tx) => {
      const [organisation] = await tx.query<{ name: string }>('SELECT name FROM organisation');
      const exporter = organisation!.name.slice(0, 200);
      const key = await this.signers.ownKey(tx, exporter, created);
      return {
        name: `${document.slug}-v${number}`,
        content: writePack(document, { version: number, exporter, created, redacted }, key),
      };
    });
  }

  private async prepared(
    versionId: string,
    { redact: asked = USUAL, names: listed = [] }: Asked,
  ): Promise<PackPreview & { number: number }> {
    const version = await this.versions.version(versionId);
    if (!version) throw new ScenarioVersionNotFound();
    const kinds = REDACTIONS.filter((kind) => (kind === 'names' ? listed.length > 0 : asked.includes(kind)));
    const { document, names } = redact(version.document, kinds, listed);
    const parsed = ScenarioDocument.safeParse(document);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new RedactionBreaks(issue!.path.map(String).join('.'), issue!.message);
    }
    return { redacted: kinds, names, document: parsed.data, number: version.number };
  }
}

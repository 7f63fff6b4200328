import { Injectable } from '@nestjs/common';
import {
  SCORE_MIN_MEMBERS,
  SCORE_MIN_PEOPLE,
  SCORE_MIN_RUNS,
  SignedScoreNumbers,
  type ScoreDistributions,
  type ScoreNumbers,
  type ScoreNumbersReceipt,
} from '@readyroom/contract';
import type { Actor } from '../../../platform/access/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database, type Sql } from '../../../platform/database/database.js';
import { unstorableIn } from '../../../platform/http/storable.js';
import { meaningOf } from '../../drill-reports/index.js';
import { ScenarioNotFound } from '../../scenarios/index.js';
import { canonicalJson } from '../archive/canonical-json.js';
import { isSignedBy, signed } from '../archive/pack-keys.js';
import { SignersRepository } from '../signers.repository.js';
import { addedUp, counted } from './distribution.js';
import { ScoreNumbersBroken, ScoreNumbersTooFew } from './score-numbers.errors.js';

type Metrics = ScoreNumbers['metrics'];
interface OwnRow {
  key: Metrics[number]['key'];
  unit: Metrics[number]['unit'];
  values: number[];
}

/** How runs of a scenario went here and elsewhere, without anybody in it. */
@Injectable()
export class ScoreNumbersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly signers: SignersRepository,
  ) {}

  /** The own numbers as a signed file; only what rests on enough runs of enough people. */
  export(scenarioId: string): Promise<{ name: string; content: string }> {
    return this.database.transaction(async (tx) => {
      const slug = await slugOf(tx, scenarioId);
      const metrics = await ownMetrics(tx, scenarioId);
      if (metrics.length === 0) throw new ScoreNumbersTooFew();
      const created = this.clock.now();
      const [organisation] = await tx.query<{ name: string }>('SELECT name FROM organisation');
      const exporter = organisation!.name.slice(0, 200);
      const { publicKey, privateKey } = await this.signers.ownKey(tx, exporter, created);
      const numbers: ScoreNumbers = {
        format: 'readyroom-scores/1',
        scenarioId,
        exporter,
        created: created.toISOString(),
        publicKey,
        metrics,
      };
      const signature = signed(canonicalJson(numbers), privateKey);
      return { name: `${slug}-scores`, content: `${JSON.stringify({ numbers, signature }, null, 1)}\n` };
    });
  }

  /** Keeps the newest numbers of each signer. Those of whom nobody vouches for are not shown. */
  import(actor: Actor, bytes: Buffer): Promise<ScoreNumbersReceipt> {
    const numbers = readNumbers(bytes);
    const at = this.clock.now();
    return this.database.transaction(async (tx) => {
      const signerId = await this.signers.known(tx, numbers.publicKey, numbers.exporter, at);
      await tx.query(
        `INSERT INTO score_numbers (signer_id, scenario_id, created_at, metrics, uploaded_at, uploaded_by)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (scenario_id, signer_id) DO UPDATE SET created_at = excluded.created_at, metrics = excluded.metrics,
           uploaded_at = excluded.uploaded_at, uploaded_by = excluded.uploaded_by
         WHERE excluded.created_at >= score_numbers.created_at`,
        [signerId, numbers.scenarioId, numbers.created, JSON.stringify(numbers.metrics), at, actor.personId],
      );
      const [signer] = await this.signers.list(tx, signerId);
      const { id, name, fingerprint, trusted } = signer!;
      const { scenarioId, created } = numbers;
      return { scenarioId, created, signer: { id, name, fingerprint, trusted } };
    });
  }

  /** All members together. The own numbers are those of now, not of a file. */
  async distributions(scenarioId: string): Promise<ScoreDistributions> {
    await slugOf(this.database, scenarioId);
    const others = await this.database.query<{ metrics: Metrics }>(
      `SELECT n.metrics FROM score_numbers n JOIN pack_signer s ON s.id = n.signer_id
       WHERE n.scenario_id = $1 AND s.trusted_at IS NOT NULL AND NOT EXISTS (SELECT FROM pack_key WHERE signer_id = s.id)`,
      [scenarioId],
    );
    const own = await ownMetrics(this.database, scenarioId);
    const members = [...others.map(({ metrics }) => metrics), ...(own.length ? [own] : [])];
    return {
      minMembers: SCORE_MIN_MEMBERS,
      minRuns: SCORE_MIN_RUNS,
      own: own.length > 0,
      members: members.length,
      metrics: addedUp(members).map((sum) => {
        const { name, meaning } = meaningOf(sum.key);
        return { ...sum, name, meaning };
      }),
    };
  }
}

async function slugOf(sql: Sql, scenarioId: string): Promise<string> {
  const [row] = await sql.query<{ slug: string }>('SELECT slug FROM scenario WHERE id = $1', [scenarioId]);
  if (!row) throw new ScenarioNotFound();
  return row.slug;
}

async function ownMetrics(sql: Sql, scenarioId: string): Promise<Metrics> {
  const rows = await sql.query<OwnRow>(OWN, [scenarioId, SCORE_MIN_RUNS, SCORE_MIN_PEOPLE]);
  return rows.map(({ key, unit, values }) => ({ key, unit, counts: counted(unit, values) }));
}

function readNumbers(bytes: Buffer): ScoreNumbers {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ScoreNumbersBroken('not_json', 'no JSON');
  }
  if (unstorableIn(value) !== null) throw new ScoreNumbersBroken('unstorable_text', unstorableIn(value)!);
  const parsed = SignedScoreNumbers.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ScoreNumbersBroken(
      'document_invalid',
      `${issue!.path.map(String).join('.')}: ${issue!.message}`,
    );
  }
  const { numbers, signature } = parsed.data;
  if (!isSignedBy(numbers.publicKey, canonicalJson(numbers), signature))
    throw new ScoreNumbersBroken('signature_wrong', 'the signature does not fit');
  return numbers;
}

/** Numbers of whole runs that ended, with enough runs and enough different players behind each. */
const OWN = `
  SELECT m.key, m.unit, array_agg(m.value ORDER BY m.value) AS values
  FROM drill_metric m JOIN drill_run r ON r.id = m.run_id AND r.status = 'ended'
    JOIN scenario_version v ON v.id = r.scenario_version_id
  WHERE v.scenario_id = $1 AND m.seat IS NULL AND m.part IS NULL AND m.value IS NOT NULL
  GROUP BY m.key, m.unit
  HAVING count(*) >= $2 AND (
    SELECT count(DISTINCT h.person_id) FROM drill_holder h WHERE h.run_id = ANY(array_agg(m.run_id))) >= $3
  ORDER BY m.key`;

import { Inject, Injectable } from '@nestjs/common';
import type { Certificate, CertificatesQuery, IssuedCertificate, Text, Tier } from '@readyroom/contract';
import type { z } from 'zod';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Database, type Sql } from '../../platform/database/database.js';
import { inScope, type Scope } from '../departments/index.js';

interface Row {
  id: string;
  code: string;
  courseId: string;
  courseTitle: Text;
  versionNumber: number;
  tier: Tier;
  scorePercent: number | null;
  issuedAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
  holderName: string;
  person: { id: string; name: string; employeeNo: string };
  departmentPath: string;
}

/** What is printed on a certificate. */
export interface PrintableCertificate extends Certificate {
  holderName: string;
  organisation: { name: string; timeZone: string };
}

/** What the public may know, and the full name that it may not. */
type PublicCertificate = Pick<
  Row,
  'code' | 'courseTitle' | 'tier' | 'issuedAt' | 'revokedAt' | 'holderName'
> & {
  organisation: string;
};

const SORTS = { issuedAt: 'x.issued_at', name: 'p.name', employeeNo: 'p.employee_no' } as const;

/** Certificates as their holders, the console and the public see them. */
@Injectable()
export class CertificatesReadModel {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Latest first. */
  async ofPerson(personId: string): Promise<Certificate[]> {
    const rows = await this.database.query<Row>(
      `SELECT ${FIELDS} ${FROM} WHERE x.person_id = $1 ORDER BY x.issued_at DESC, x.id DESC`,
      [personId],
    );
    return rows.map((row) => this.toCertificate(row));
  }

  /** Of people who stand in the scope now; those who left are still in the department they left from. */
  async list(
    query: z.infer<typeof CertificatesQuery>,
    scope: Scope,
  ): Promise<{ items: IssuedCertificate[]; total: number }> {
    const where = `${inScope('d', '$1')}
      AND ($2::uuid IS NULL OR x.person_id = $2)
      AND ($3::uuid IS NULL OR c.course_id = $3)
      AND ($4::text IS NULL OR (x.revoked_at IS NULL) = ($4 = 'valid'))
      AND ($5::text IS NULL OR p.name ILIKE $5 OR p.employee_no ILIKE $5 OR x.code ILIKE $5)`;
    const search = query.q ? `%${query.q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const values = [scope, query.personId ?? null, query.courseId ?? null, query.state ?? null, search];
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*) AS total ${FROM} WHERE ${where}`,
      values,
    );
    const rows = await this.database.query<Row>(
      `SELECT ${FIELDS} ${FROM} WHERE ${where}
       ORDER BY ${SORTS[query.sort]} ${query.order}, x.id ${query.order} LIMIT $6 OFFSET $7`,
      [...values, query.perPage, (query.page - 1) * query.perPage],
    );
    return { items: rows.map((row) => this.toIssued(row)), total: count!.total };
  }

  /** Null when it does not exist or lies outside the scope. */
  async issued(id: string, scope: Scope, sql: Sql = this.database): Promise<IssuedCertificate | null> {
    const row = await this.one(sql, id, `AND ${inScope('d', '$2')}`, [scope]);
    return row ? this.toIssued(row) : null;
  }

  /** For its holder, or for whoever may read certificates in a scope (`undefined`: in none). */
  async printable(
    id: string,
    personId: string,
    scope: Scope | undefined,
  ): Promise<PrintableCertificate | null> {
    const row = await this.one(
      this.database,
      id,
      `AND (x.person_id = $2 OR ($3::boolean AND ${inScope('d', '$4')}))`,
      [personId, scope !== undefined, scope ?? null],
    );
    if (!row) return null;
    const [organisation] = await this.database.query<{ name: string; timeZone: string }>(
      'SELECT name, time_zone AS "timeZone" FROM organisation',
    );
    return { ...this.toCertificate(row), holderName: row.holderName, organisation: organisation! };
  }

  async byCode(code: string): Promise<PublicCertificate | null> {
    const [row] = await this.database.query<PublicCertificate>(
      `SELECT ${FIELDS}, o.name AS organisation ${FROM} CROSS JOIN organisation o WHERE x.code = $1`,
      [code],
    );
    return row ?? null;
  }

  private async one(
    sql: Sql,
    id: string,
    condition: string,
    values: readonly unknown[],
  ): Promise<Row | undefined> {
    const [row] = await sql.query<Row>(`SELECT ${FIELDS} ${FROM} WHERE x.id = $1 ${condition}`, [
      id,
      ...values,
    ]);
    return row;
  }

  private toCertificate(row: Row): Certificate {
    return {
      id: row.id,
      code: row.code,
      courseId: row.courseId,
      courseTitle: row.courseTitle,
      versionNumber: row.versionNumber,
      tier: row.tier,
      scorePercent: row.scorePercent,
      issuedAt: row.issuedAt.toISOString(),
      revokedAt: row.revokedAt?.toISOString() ?? null,
      verifyUrl: `${this.config.PUBLIC_URL}/verify/${row.code}`,
    };
  }

  private toIssued(row: Row): IssuedCertificate {
    return {
      ...this.toCertificate(row),
      person: row.person,
      departmentPath: row.departmentPath,
      revokedReason: row.revokedReason,
    };
  }
}

const FIELDS = `
  x.id, x.code, c.course_id AS "courseId", x.course_title AS "courseTitle", v.number AS "versionNumber", c.tier,
  c.score_percent AS "scorePercent", x.issued_at AS "issuedAt", x.revoked_at AS "revokedAt",
  x.revoked_reason AS "revokedReason", x.holder_name AS "holderName",
  json_build_object('id', p.id, 'name', p.name, 'employeeNo', p.employee_no) AS person, d.path AS "departmentPath"`;

const FROM = `
  FROM certificate x
  JOIN completion c ON c.id = x.completion_id
  JOIN course_version v ON v.id = c.version_id
  JOIN person p ON p.id = x.person_id
  JOIN department d ON d.id = p.department_id`;

import { missing, streamsOf } from '../../platform/pdf/testing/pdf-characters.js';
import { drawCertificate } from './certificate-document.js';
import type { PrintableCertificate } from './certificates.read-model.js';

const certificate: PrintableCertificate = {
  id: '00000000-0000-4000-8000-000000000001',
  code: '7KQM-RW3X-2HPD',
  courseId: '00000000-0000-4000-8000-000000000002',
  courseTitle: { zh: '预警与信息', en: 'Early Warning and Information' },
  versionNumber: 2,
  tier: 'frontline',
  scorePercent: 92,
  issuedAt: '2026-11-21T17:00:00.000Z',
  revokedAt: null,
  verifyUrl: 'https://ready.example.com/verify/7KQM-RW3X-2HPD',
  holderName: '张伟',
  organisation: { name: '晴川互动', timeZone: 'Asia/Shanghai' },
};

describe('drawCertificate', () => {
  it('when names have rare characters or any letters of Europe or Vietnam it should have a real glyph for each', async () => {
    for (const holderName of [
      '㛃䶮𬱖𬸚𫖯堉𠅤',
      'Łukasz',
      'Zoë',
      'Kovács Őrsi',
      'Nguyễn Thị Hằng',
      'Юлия Ёлкина',
      'Ελένη',
      'Zoe\u0308',
      '刘Łukasz𠅤',
    ])
      expect(missing(await drawCertificate({ ...certificate, holderName }, 'zh-CN'), holderName)).toEqual([]);
    // The check itself must be able to fail: this script is in no font of ours.
    expect(missing(await drawCertificate({ ...certificate, holderName: 'አበበ' }, 'en'), 'አበበ')).not.toEqual(
      [],
    );
  });

  it('when it is drawn in a language it should say everything in it, with the day of the organisation', async () => {
    const zh = await drawCertificate(certificate, 'zh-CN');
    expect(
      missing(zh, '晴川互动结业证书兹证明张伟预警与信息一线员工第2版92%2026年11月22日7KQM-RW3X-2HPD'),
    ).toEqual([]);
    const en = await drawCertificate(certificate, 'en');
    expect(missing(en, 'Early Warning and Information Frontline 22 November 2026')).toEqual([]);
    expect(missing(en, '结业证书')).toEqual(['结', '业', '证', '书']);
  });

  it('when it is revoked it should say so in place of what it certified', async () => {
    const pdf = await drawCertificate({ ...certificate, revokedAt: '2026-12-01T03:00:00.000Z' }, 'zh-CN');
    expect(missing(pdf, '已于2026年12月1日撤销')).toEqual([]);
    expect(missing(pdf, '兹')).toEqual(['兹']);
  });

  it('when it is drawn it should be one A4 page with title, language and a link to the check', async () => {
    const text = (await drawCertificate(certificate, 'en')).toString('latin1');
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain('/MediaBox [0 0 841.89 595.28]');
    expect(text).toContain('/Lang (en)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain(`/URI (${certificate.verifyUrl})`);
  });

  it('when two are drawn at once they should not disturb each other', async () => {
    const one = await drawCertificate(certificate, 'en');
    const [again, other] = await Promise.all([
      drawCertificate(certificate, 'en'),
      drawCertificate({ ...certificate, holderName: '李娜' }, 'zh-CN'),
    ]);
    expect(streamsOf(again)).toEqual(streamsOf(one));
    expect(missing(other, '李娜')).toEqual([]);
  });

  it('when names and titles are as long as they can be it should still be one page', async () => {
    const long = {
      ...certificate,
      holderName: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2).slice(0, 50),
      organisation: { name: '长'.repeat(100), timeZone: 'UTC' },
      courseTitle: { zh: '长'.repeat(200), en: 'x'.repeat(200) },
    };
    for (const locale of ['zh-CN', 'en'] as const)
      expect((await drawCertificate(long, locale)).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(
        1,
      );
  });
});

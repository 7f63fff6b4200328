import { textIn, type Locale } from '@readyroom/contract';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';
import { pdfFonts } from '../../platform/pdf/pdf-fonts.js';
import { PdfPen } from '../../platform/pdf/pdf-pen.js';
import { CERTIFICATE_TEXTS, type CertificateTexts } from './certificate-texts.js';
import type { PrintableCertificate } from './certificates.read-model.js';
import { fit } from '../../platform/pdf/line-breaking.js';

type Page = InstanceType<typeof PDFDocument>;

const PETROL = '#0f4c5c';
const INK = '#16232a';
const GREY = '#5b6b73';
const HAIRLINE = '#c9d3d6';

/** A4 landscape, in points. */
const WIDTH = 841.89;
const HEIGHT = 595.28;
const MIDDLE = WIDTH / 2;
const MARGIN = 68;
const QR_SIZE = 80;

/** Draws a certificate as a PDF of one page that people can hang on a wall. */
export async function drawCertificate(certificate: PrintableCertificate, locale: Locale): Promise<Buffer> {
  const texts = CERTIFICATE_TEXTS[locale];
  const fonts = await pdfFonts();
  const holder = certificate.holderName.normalize('NFC');
  const course = textIn(certificate.courseTitle, locale).normalize('NFC');
  const page = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    lang: locale,
    displayTitle: true,
    info: {
      Title: `${texts.title} · ${course} · ${holder}`,
      Author: certificate.organisation.name,
      Subject: certificate.code,
      CreationDate: new Date(certificate.issuedAt),
    },
    font: fonts.han.regular as never,
  });
  const bytes = new Promise<Buffer>((done, fail) => {
    const chunks: Buffer[] = [];
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => done(Buffer.concat(chunks)));
    page.on('error', fail);
  });
  const pen = new PdfPen(page, fonts);
  drawHead(page, pen, certificate.organisation.name, texts);
  drawStatement(pen, certificate, holder, course, texts);
  drawFacts(page, pen, certificate, texts);
  drawFoot(page, pen, certificate, texts);
  page.end();
  return bytes;
}

function drawHead(page: Page, pen: PdfPen, organisation: string, texts: CertificateTexts): void {
  const inset = 26;
  page
    .rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    .lineWidth(0.75)
    .strokeColor(PETROL)
    .stroke();
  page.rect(inset, inset, WIDTH - 2 * inset, 7).fill(PETROL);
  const name = fitted(pen, organisation, 'bold', { width: 600, largest: 14, smallest: 5.5, lines: 1 });
  pen.line(name.lines[0]!, MIDDLE, 84, { weight: 'bold', size: name.size, color: INK }, 'center');
  const spacing = /\p{Script=Han}/u.test(texts.title) ? 12 : 1;
  pen.line(texts.title, MIDDLE, 142, { weight: 'bold', size: 36, color: PETROL, spacing }, 'center');
}

/** Who did what; centred in its zone, however many lines the name and the title take. */
function drawStatement(
  pen: PdfPen,
  certificate: PrintableCertificate,
  holder: string,
  course: string,
  texts: CertificateTexts,
): void {
  const zone = { top: 166, bottom: 402 };
  const name = fitted(pen, holder, 'bold', {
    width: 640,
    largest: 50,
    smallest: 20,
    lines: 2,
    breaks: 'names',
  });
  const title = fitted(pen, course, 'bold', {
    width: 640,
    largest: name.lines.length > 1 ? 21 : 25,
    smallest: 12,
    lines: 3,
  });
  const small = { weight: 'regular', size: 13, color: GREY } as const;
  const nameHeight = name.lines.length * name.size * 1.2;
  const titleHeight = title.lines.length * title.size * 1.35;
  const free = zone.bottom - zone.top - nameHeight - titleHeight - 2 * small.size;
  const gap = Math.min(20, free / 4);
  let y = zone.top + (free - 3 * gap) / 2;

  const revoked =
    certificate.revokedAt && texts.day(new Date(certificate.revokedAt), certificate.organisation.timeZone);
  if (revoked)
    pen.line(
      texts.revoked(revoked),
      MIDDLE,
      (y += small.size),
      { ...small, weight: 'bold', color: INK },
      'center',
    );
  else pen.line(texts.certify, MIDDLE, (y += small.size), small, 'center');
  y += gap;
  for (const line of name.lines) {
    pen.line(line, MIDDLE, y + name.size * 0.95, { weight: 'bold', size: name.size, color: INK }, 'center');
    y += name.size * 1.2;
  }
  y += gap;
  pen.line(texts.statement, MIDDLE, (y += small.size), small, 'center');
  y += gap * 0.8;
  for (const line of title.lines) {
    pen.line(line, MIDDLE, y + title.size, { weight: 'bold', size: title.size, color: PETROL }, 'center');
    y += title.size * 1.35;
  }
}

function drawFacts(
  page: Page,
  pen: PdfPen,
  certificate: PrintableCertificate,
  texts: CertificateTexts,
): void {
  const { tier, versionNumber, scorePercent, issuedAt, organisation } = certificate;
  const facts: [string, string][] = [
    [texts.tier, texts.tiers[tier]],
    [texts.version, texts.versionNumber(versionNumber)],
    ...(scorePercent === null ? [] : [[texts.score, `${scorePercent}%`] as [string, string]]),
    [texts.issued, texts.day(new Date(issuedAt), organisation.timeZone)],
  ];
  const column = 148;
  const left = MIDDLE - (column * facts.length) / 2;
  facts.forEach(([label, value], i) => {
    const middle = left + column * (i + 0.5);
    pen.line(label, middle, 428, { weight: 'regular', size: 9.5, color: GREY }, 'center');
    pen.line(value, middle, 447, { weight: 'regular', size: 13.5, color: INK }, 'center');
    if (i === 0) return;
    const x = left + column * i;
    page.moveTo(x, 418).lineTo(x, 452).lineWidth(0.5).strokeColor(HAIRLINE).stroke();
  });
}

function drawFoot(page: Page, pen: PdfPen, certificate: PrintableCertificate, texts: CertificateTexts): void {
  const { code, verifyUrl } = certificate;
  const grey = { weight: 'regular', size: 9, color: GREY } as const;
  pen.line(texts.code, MARGIN, 500, { ...grey, size: 9.5 });
  pen.line(code, MARGIN, 520, { weight: 'bold', size: 15, color: INK, spacing: 0.8 });
  pen.line(texts.check, MARGIN, 536, grey);
  const url = fitted(pen, verifyUrl, 'regular', { width: 560, largest: 9, smallest: 5, lines: 1 });
  pen.line(url.lines[0]!, MARGIN, 549, { ...grey, size: url.size, color: PETROL });
  page.link(MARGIN, 540, pen.width(verifyUrl, 'regular', url.size), 12, verifyUrl);
  drawQr(page, verifyUrl, WIDTH - MARGIN - QR_SIZE, 549 - QR_SIZE);
}

/** As one vector shape, so that it prints sharp at any size. */
function drawQr(page: Page, text: string, left: number, top: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const step = QR_SIZE / modules.size;
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) page.rect(left + column * step, top + row * step, step, step);
  page.fill(INK);
}

const fitted = (pen: PdfPen, text: string, weight: 'regular' | 'bold', room: Parameters<typeof fit>[2]) =>
  fit(text, (part) => pen.width(part, weight, 100) / 100, room);

import { DRILL_PHOTO_BYTES, DRILL_PHOTO_PIXELS } from '@readyroom/contract';

/** Brought down to a longest side; never up. */
export function fitted(width: number, height: number, longest: number): { width: number; height: number } {
  const share = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** Tried one after the other until the file is small enough. */
const QUALITIES = [0.82, 0.65, 0.45];

/**
 * Draws the photo anew as a small JPEG. Only what is seen goes along: place, time and device that cameras write into
 * their files stay behind. Throws when the browser cannot read it.
 */
export async function smallJpeg(file: Blob): Promise<Blob> {
  const source = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const { width, height } = fitted(source.width, source.height, DRILL_PHOTO_PIXELS);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    // JPEG knows no transparency.
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
    pen.drawImage(source, 0, 0, width, height);
    for (const quality of QUALITIES) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (blob && blob.size <= DRILL_PHOTO_BYTES) return blob;
    }
    throw new Error('too large');
  } finally {
    source.close();
  }
}

const CHUNK = 0x8000;

export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

import { qrMatrix } from '@readyroom/contract';

/** Light squares of quiet room around the code, as the standard asks. */
const MARGIN = 4;

/** A QR code, always dark on white: readers do not all understand the reverse. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const matrix = qrMatrix(new TextEncoder().encode(text));
  const size = matrix.length + 2 * MARGIN;
  const path = matrix
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + MARGIN} ${y + MARGIN}h1v1h-1z` : '')))
    .join('');
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

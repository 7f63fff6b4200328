/** Text size of this device, as a share of the browser's own. */
export const TEXT_SIZES = { normal: '100%', large: '115%', larger: '132%' } as const;
export type TextSize = keyof typeof TEXT_SIZES;

const KEY = 'readyroom.text-size';

export const textSize = (): TextSize => {
  const kept = localStorage.getItem(KEY);
  return kept !== null && kept in TEXT_SIZES ? (kept as TextSize) : 'normal';
};

export function setTextSize(size: TextSize): void {
  localStorage.setItem(KEY, size);
  document.documentElement.style.fontSize = TEXT_SIZES[size];
}

export const applyTextSize = (): void => setTextSize(textSize());

/** Where the answer sheet of an attempt is kept on the device. */
export const sheetKey = (attemptId: string): string => `attempt:${attemptId}`;

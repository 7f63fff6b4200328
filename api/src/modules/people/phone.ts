/** What people without write access see of a phone number: 138****1234. Short numbers show nothing. */
export function maskPhone(phone: string): string {
  const chars = Array.from(phone);
  if (chars.length < 8) return '*'.repeat(chars.length);
  return `${chars.slice(0, 3).join('')}****${chars.slice(-4).join('')}`;
}

/** Reads an iCalendar text back: its method and the properties of its events, without their parameters. */
export function readCalendarText(text: string): { method: string; events: Record<string, string>[] } {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  let event: Record<string, string> | null = null;
  let method = '';
  const events: Record<string, string>[] = [];
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (!name) continue;
    if (line === 'BEGIN:VEVENT') events.push((event = {}));
    else if (line === 'END:VEVENT') event = null;
    else if (event) event[name] = value!;
    else if (name === 'METHOD') method = value!;
  }
  return { method, events };
}

import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';

/** One occurrence in the calendar of one person. */
export interface DrillEventFacts {
  readonly occurrenceId: string;
  readonly scheduleId: string;
  /** Null for a drill that is held once. */
  readonly recurrenceAt: Date | null;
  readonly plannedAt: Date;
  readonly minutes: number;
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string } | null;
}

/**
 * iCalendar text; times are UTC. A person is invited to instances, never to a whole series: occurrences of one schedule
 * share its UID and each bears the RECURRENCE-ID of the moment at which the rule had it first (RFC 5546, 3.2.2.1), so a
 * moved one stays the same entry. A drill that is held once has a UID of its own.
 */
export function drillCalendar(
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
  events: readonly DrillEventFacts[],
  about: { host: string; stamp: Date; name?: string },
): string {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Readyroom', product: 'Drills', language: 'ZH' },
    ...(about.name && { name: about.name }),
  });
  for (const event of events)
    calendar.createEvent({
      id: `${event.recurrenceAt ? `series-${event.scheduleId}` : `drill-${event.occurrenceId}`}@${about.host}`,
      ...(event.recurrenceAt && { recurrenceId: event.recurrenceAt }),
      sequence: event.sequence,
      stamp: about.stamp,
      start: event.plannedAt,
      end: new Date(event.plannedAt.getTime() + event.minutes * 60_000),
      status: event.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: event.summary,
      description: event.description,
      url: event.url,
      organizer: event.organizer,
      ...(event.attendee && {
        attendees: [
          {
            ...event.attendee,
            role: ICalAttendeeRole.REQ,
            status: ICalAttendeeStatus.NEEDSACTION,
            rsvp: false,
          },
        ],
      }),
    });
  return calendar.toString();
}

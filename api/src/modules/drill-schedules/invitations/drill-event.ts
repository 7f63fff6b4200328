import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';

/** One occurrence in the calendar of one person. */
export interface DrillEventFacts {
  readonly occurrenceId: string;
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

/** A whole day on which something is due or ends. */
export interface DueDay {
  /** The same for the same thing, also when its day moves. */
  readonly id: string;
  readonly day: string;
  readonly summary: string;
  readonly url: string;
}

/**
 * iCalendar text; times are UTC. Each occurrence is an entry of its own with a UID that never changes, also when it is
 * moved. A RECURRENCE-ID would point into a recurring component of that UID (RFC 5545, 3.8.4.4), and there is none: who
 * sits where differs from one to the next, so people are invited to single drills and never to a series. Calendars that
 * get instances without their series drop them, or keep only the last.
 */
export function drillCalendar(
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH',
  events: readonly DrillEventFacts[],
  about: { host: string; stamp: Date; name?: string; days?: readonly DueDay[] },
): string {
  const calendar = ical({
    method: ICalCalendarMethod[method],
    prodId: { company: 'Readyroom', product: 'Drills', language: 'ZH' },
    ...(about.name && { name: about.name }),
  });
  for (const event of events)
    calendar.createEvent({
      id: `drill-${event.occurrenceId}@${about.host}`,
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
  for (const due of about.days ?? [])
    calendar.createEvent({
      id: `due-${due.id}@${about.host}`,
      stamp: about.stamp,
      start: new Date(`${due.day}T00:00:00Z`),
      allDay: true,
      // Nobody is busy all day because something is due.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: due.summary,
      url: due.url,
    });
  return calendar.toString();
}

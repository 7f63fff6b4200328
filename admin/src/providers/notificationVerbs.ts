import type * as c from './contract.js';
import { request } from './http.js';

/** Reminders, what became of messages, and the ways they go. */
export const notificationVerbs = {
  listReminderLadders: (signal?: AbortSignal) =>
    request<c.ReminderLadderList>('GET', 'reminder-ladders', { signal }),
  saveReminderLadder: (body: c.SaveLadderBody) =>
    request<c.ReminderLadder>('PUT', 'reminder-ladders', { body }),
  deleteReminderLadder: (id: string) => request<void>('DELETE', `reminder-ladders/${id}`),
  previewReminderLadder: (body: c.PreviewLadderBody, signal?: AbortSignal) =>
    request<c.LadderPreview>('POST', 'reminder-ladders/preview', { body, signal }),
  previewReminderPeople: (body: c.PreviewPeopleBody, signal?: AbortSignal) =>
    request<c.PreviewPeople>('POST', 'reminder-ladders/preview/people', { body, signal }),
  getReminderSettings: (signal?: AbortSignal) =>
    request<c.ReminderSettings>('GET', 'reminder-settings', { signal }),
  saveReminderSettings: (body: c.ReminderSettings) =>
    request<c.ReminderSettings>('PUT', 'reminder-settings', { body }),
  listRemindersOf: (deliveryId: string, signal?: AbortSignal) =>
    request<c.DeliveryReminderList>('GET', `deliveries/${deliveryId}/reminders`, { signal }),
  retryDelivery: (id: string) => request<c.Delivery>('POST', `deliveries/${id}/retry`),
  listRobots: (signal?: AbortSignal) => request<c.RobotList>('GET', 'robots', { signal }),
  createRobot: (body: c.CreateRobotBody) => request<c.Robot>('POST', 'robots', { body }),
  updateRobot: (id: string, body: c.UpdateRobotBody) => request<c.Robot>('PATCH', `robots/${id}`, { body }),
  deleteRobot: (id: string) => request<void>('DELETE', `robots/${id}`),
  testRobot: (id: string) => request<c.ChannelTest>('POST', `robots/${id}/test`),
  getEmailChannel: (signal?: AbortSignal) => request<c.EmailChannel>('GET', 'channels/email', { signal }),
  testEmailChannel: () => request<c.ChannelTest>('POST', 'channels/email/test'),
};

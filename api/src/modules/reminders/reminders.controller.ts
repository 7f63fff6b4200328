import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  DeliveryReminderList,
  LadderPreview,
  PreviewLadderBody,
  PreviewPeople,
  PreviewPeopleBody,
  ReminderLadder,
  ReminderLadderList,
  ReminderSettings,
  SaveLadderBody,
  SaveReminderSettingsBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { Ladders } from './ladders.service.js';
import { RemindersReadModel } from './reminders.read-model.js';

@ApiTags('reminders')
@Controller()
export class RemindersController {
  constructor(
    private readonly ladders: Ladders,
    private readonly readModel: RemindersReadModel,
  ) {}

  @Route({
    id: 'listReminderLadders',
    method: 'GET',
    path: 'reminder-ladders',
    returns: ReminderLadderList,
    access: { can: 'reminder.read' },
    summary: 'The common ladder first, then those of programs',
  })
  list(@CurrentActor() actor: Actor): Promise<z.infer<typeof ReminderLadderList>> {
    return this.ladders.list(actor);
  }

  @Route({
    id: 'saveReminderLadder',
    method: 'PUT',
    path: 'reminder-ladders',
    returns: ReminderLadder,
    access: { can: 'reminder.write' },
    summary: 'Write the ladder of a program, or the common one',
  })
  save(
    @CurrentActor() actor: Actor,
    @Body({ schema: SaveLadderBody }) body: z.infer<typeof SaveLadderBody>,
  ): Promise<ReminderLadder> {
    return this.ladders.save(actor, body);
  }

  @Route({
    id: 'deleteReminderLadder',
    method: 'DELETE',
    path: 'reminder-ladders/:id',
    access: { can: 'reminder.write' },
    summary: 'Let a program follow the common ladder again',
  })
  async remove(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    await this.ladders.remove(actor, id);
  }

  @Route({
    id: 'previewReminderLadder',
    method: 'POST',
    path: 'reminder-ladders/preview',
    status: 200,
    returns: LadderPreview,
    access: { can: 'reminder.read' },
    summary: 'What these steps would do in the days to come: how many people, by day and step',
  })
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: PreviewLadderBody }) body: z.infer<typeof PreviewLadderBody>,
  ): Promise<LadderPreview> {
    return this.readModel.preview(body, actor.scopeDepartmentId);
  }

  @Route({
    id: 'previewReminderPeople',
    method: 'POST',
    path: 'reminder-ladders/preview/people',
    status: 200,
    returns: PreviewPeople,
    access: { can: 'reminder.read' },
    summary: 'The people behind one number of a preview, and who would be told',
  })
  previewPeople(
    @CurrentActor() actor: Actor,
    @Body({ schema: PreviewPeopleBody }) body: z.infer<typeof PreviewPeopleBody>,
  ): Promise<PreviewPeople> {
    return this.readModel.previewPeople(body, actor.scopeDepartmentId);
  }

  @Route({
    id: 'getReminderSettings',
    method: 'GET',
    path: 'reminder-settings',
    returns: ReminderSettings,
    access: { can: 'reminder.read' },
    summary: 'Digest and quiet hours',
  })
  settings(): Promise<ReminderSettings> {
    return this.ladders.settings();
  }

  @Route({
    id: 'saveReminderSettings',
    method: 'PUT',
    path: 'reminder-settings',
    returns: ReminderSettings,
    access: { can: 'reminder.write' },
    summary: 'Change digest and quiet hours; what is planned already keeps its hour',
  })
  saveSettings(
    @CurrentActor() actor: Actor,
    @Body({ schema: SaveReminderSettingsBody }) body: z.infer<typeof SaveReminderSettingsBody>,
  ): Promise<ReminderSettings> {
    return this.ladders.saveSettings(actor, body);
  }

  @Route({
    id: 'listRemindersOfDelivery',
    method: 'GET',
    path: 'deliveries/:id/reminders',
    returns: DeliveryReminderList,
    access: { can: 'delivery.read' },
    summary: 'What a message reminds of, and what was left out of it and why',
  })
  behind(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<z.infer<typeof DeliveryReminderList>> {
    return this.readModel.behind(id, actor.scopeDepartmentId);
  }
}

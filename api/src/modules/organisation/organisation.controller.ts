import { Body, Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Organisation, UpdateOrganisationBody } from '@readyroom/contract';
import type { z } from 'zod';
import { Route } from '../../platform/http/route.js';
import { OrganisationSettings } from './organisation.service.js';

@ApiTags('organisation')
@Controller('organisation')
export class OrganisationController {
  constructor(private readonly settings: OrganisationSettings) {}

  @Route({
    id: 'getOrganisation',
    method: 'GET',
    path: '',
    returns: Organisation,
    access: { can: 'organisation.read' },
    summary: 'Name and time zone of the organisation',
  })
  read(): Promise<z.infer<typeof Organisation>> {
    return this.settings.read();
  }

  @Route({
    id: 'updateOrganisation',
    method: 'PATCH',
    path: '',
    returns: Organisation,
    access: { can: 'organisation.write' },
    summary: 'Change name or time zone',
  })
  update(
    @Body({ schema: UpdateOrganisationBody }) body: z.infer<typeof UpdateOrganisationBody>,
  ): Promise<z.infer<typeof Organisation>> {
    return this.settings.update(body);
  }
}

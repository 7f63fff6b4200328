import { Module } from '@nestjs/common';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationSettings } from './organisation.service.js';

@Module({ controllers: [OrganisationController], providers: [OrganisationSettings] })
export class OrganisationModule {}

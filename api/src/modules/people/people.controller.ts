import { Body, Controller, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  CreatePersonBody,
  IssueCredentialsBody,
  IssuedCredentials,
  PeopleQuery,
  Person,
  PersonList,
  UpdatePersonBody,
  Uuid,
} from '@readyroom/contract';
import type { z } from 'zod';
import { CurrentActor, type Actor } from '../../platform/access/actor.js';
import { Route } from '../../platform/http/route.js';
import { CredentialHandOut } from './credential-hand-out.service.js';
import { PeopleReadModel } from './people.read-model.js';
import { People } from './people.service.js';
import { PersonNotFound } from './person.errors.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: People,
    private readonly readModel: PeopleReadModel,
    private readonly handOut: CredentialHandOut,
  ) {}

  @Route({
    id: 'listPeople',
    method: 'GET',
    path: '',
    returns: PersonList,
    access: { can: 'person.read' },
    summary: 'People, filtered and sorted',
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
  ): Promise<z.infer<typeof PersonList>> {
    return this.readModel.list(actor, query);
  }

  @Route({
    id: 'createPerson',
    method: 'POST',
    path: '',
    status: 201,
    returns: Person,
    access: { can: 'person.write' },
    summary: 'Add a person',
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: CreatePersonBody }) body: z.infer<typeof CreatePersonBody>,
  ): Promise<Person> {
    return this.people.create(actor, body);
  }

  @Route({
    id: 'issueCredentials',
    method: 'POST',
    path: 'credentials',
    status: 200,
    returns: IssuedCredentials,
    access: { can: 'person.write' },
    summary: 'Make one-time links or temporary passwords, shown only in this answer',
  })
  async issueCredentials(
    @CurrentActor() actor: Actor,
    @Body({ schema: IssueCredentialsBody }) body: z.infer<typeof IssueCredentialsBody>,
  ): Promise<z.infer<typeof IssuedCredentials>> {
    return this.handOut.issue(actor, body);
  }

  @Route({
    id: 'getPerson',
    method: 'GET',
    path: ':id',
    returns: Person,
    access: { can: 'person.read' },
    summary: 'One person',
  })
  async get(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<Person> {
    const person = await this.readModel.one(actor, id);
    if (!person) throw new PersonNotFound();
    return person;
  }

  @Route({
    id: 'updatePerson',
    method: 'PATCH',
    path: ':id',
    returns: Person,
    access: { can: 'person.write' },
    summary: 'Change a person',
  })
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UpdatePersonBody }) body: z.infer<typeof UpdatePersonBody>,
  ): Promise<Person> {
    return this.people.update(actor, id, body);
  }

  @Route({
    id: 'signOutPerson',
    method: 'POST',
    path: ':id/sign-out',
    access: { can: 'person.write' },
    summary: 'End all sessions of a person',
  })
  async signOut(@CurrentActor() actor: Actor, @Param('id', { schema: Uuid }) id: string): Promise<void> {
    await this.people.signOut(actor, id);
  }
}

import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS, type Access } from '../../api/src/platform/http/route.js';

export interface Handler {
  /** Controller and method, for messages. */
  name: string;
  access: Access | undefined;
}

/** Every method of every controller that takes requests, found by reflection and not by anything it declares itself. */
export function handlersOf(app: INestApplication): Handler[] {
  const found: Handler[] = [];
  for (const module of app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      const prototype = (metatype as { prototype: Record<string, unknown> }).prototype;
      for (const key of Object.getOwnPropertyNames(prototype)) {
        const method = key === 'constructor' ? null : (prototype[key] as object | null);
        if (typeof method !== 'function') continue;
        if (
          Reflect.getMetadata(METHOD_METADATA, method) === undefined ||
          !Reflect.getMetadata(PATH_METADATA, method)
        )
          continue;
        found.push({
          name: `${(metatype as { name: string }).name}.${key}`,
          access: Reflect.getMetadata(ACCESS, method) as Access,
        });
      }
    }
  return found;
}

export interface Operation {
  id: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Path with every parameter filled by an id that exists nowhere. */
  path: string;
  permission: string | null;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; 'x-permission'?: string }>>;
}

const NOWHERE = '00000000-0000-7000-8000-000000000000';

/** The operations of the OpenAPI document. */
export const operationsOf = (document: object): Operation[] =>
  Object.entries((document as Document).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method as Operation['method'],
      path: path.replace(/^\/api/, '').replace(/\{[^}]+\}/g, NOWHERE),
      permission: operation['x-permission'] ?? null,
    })),
  );

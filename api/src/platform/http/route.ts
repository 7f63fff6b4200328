import {
  applyDecorators,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SerializeOptions,
  SetMetadata,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { ErrorBody, type Permission } from '@readyroom/contract';
import type { z } from 'zod';

export type Access = { public: true } | { can: Permission };
export const ACCESS = 'readyroom:access';
export const OPERATION = 'readyroom:operation';

interface RouteSpec {
  /** operationId, verb first: `listPeople`. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  status?: number;
  /** Schema of the answer; what it does not declare is stripped. Left out for files and empty answers. */
  returns?: z.ZodType;
  /** Content types of a file answer. */
  produces?: string[];
  /** Bytes of a body, where the usual limit is too narrow. */
  bodyLimit?: number;
  access: Access;
  summary: string;
}

/** The one decorator of a handler: where it lives, who may call it, what it answers. */
export function Route(spec: RouteSpec): MethodDecorator {
  const status = spec.status ?? (spec.returns || spec.produces ? 200 : 204);
  const refusals = [400, ...('can' in spec.access ? [401, 403] : []), 404, 409, 413, 429, 503];
  return applyDecorators(
    RequestMapping({ method: RequestMethod[spec.method], path: spec.path }),
    HttpCode(status),
    SetMetadata(ACCESS, spec.access),
    SetMetadata(OPERATION, spec.id),
    ...(spec.bodyLimit ? [RouteConfig({ bodyLimit: spec.bodyLimit })] : []),
    ApiOperation({
      operationId: spec.id,
      summary: spec.summary,
      ...('can' in spec.access ? { 'x-permission': spec.access.can } : { security: [] }),
    } as Parameters<typeof ApiOperation>[0]),
    ...(spec.returns
      ? [
          SerializeOptions({ schema: spec.returns } as never),
          ApiResponse({ status, standardSchema: spec.returns as never, description: 'Done' }),
        ]
      : [ApiResponse({ status, description: 'Done' })]),
    ...(spec.produces ? [ApiProduces(...spec.produces)] : []),
    ...refusals.map((code) =>
      ApiResponse({
        status: code,
        standardSchema: ErrorBody as never,
        description: 'Refused, see ErrorBody',
      }),
    ),
  );
}
